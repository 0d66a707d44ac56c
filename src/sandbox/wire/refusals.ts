/**
 * What a service says before a call's behaviour is reached, in the codes and words of its protocol. Services that say
 * it differently override single ones in services.ts.
 */
import { AwsError } from '../call.ts'

export type Refusals = {
  /** Nothing, or nothing readable, in the Authorization header */
  unsigned: () => AwsError
  /** No such access key, or its session token is another one */
  unknownAccessKey: () => AwsError
  expired: () => AwsError
  badSignature: () => AwsError
  /** The credential scope names a Region that does not exist */
  unknownRegion: (region: string) => AwsError
  /** An opt-in Region that the account has not enabled */
  regionNotEnabled: (accountId: string) => AwsError
  unknownOperation: (operation: string) => AwsError
  /** `parameter` is its name on the wire, with its path where it is nested */
  missingParameter: (parameter: string) => AwsError
  invalidParameter: (parameter: string, value: string) => AwsError
  /** EC2 only; the other services ignore what they don't know */
  unknownParameter?: (parameter: string) => AwsError
  malformed: () => AwsError
  throttled: () => AwsError
  internal: () => AwsError
}

export const ec2Refusals: Refusals = {
  unsigned: () =>
    new AwsError(
      'MissingAuthenticationToken',
      'The request must contain either a valid (registered) AWS access key ID or X.509 certificate.',
      403,
    ),
  unknownAccessKey: () =>
    new AwsError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401),
  expired: () => new AwsError('RequestExpired', 'Request has expired.', 400),
  badSignature: () => new AwsError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401),
  unknownRegion: region =>
    new AwsError('AuthFailure', `Credential should be scoped to a valid Region, not '${region}'.`, 401),
  regionNotEnabled: () =>
    new AwsError(
      'OptInRequired',
      'You are not subscribed to this service. Please go to http://aws.amazon.com to subscribe.',
      401,
    ),
  unknownOperation: operation =>
    new AwsError('InvalidAction', `The action ${operation} is not valid for this web service.`, 400),
  missingParameter: parameter =>
    new AwsError('MissingParameter', `The request must contain the parameter ${parameter}`, 400),
  invalidParameter: (parameter, value) =>
    new AwsError('InvalidParameterValue', `Value (${value}) for parameter ${parameter} is invalid.`, 400),
  unknownParameter: parameter => new AwsError('UnknownParameter', `The parameter ${parameter} is not recognized`, 400),
  malformed: () => new AwsError('MalformedQueryString', 'The query string contains a syntax error.', 404),
  throttled: () => new AwsError('RequestLimitExceeded', 'Request limit exceeded.', 503),
  internal: () => new AwsError('InternalError', 'An internal error has occurred', 500),
}

export const queryRefusals: Refusals = {
  unsigned: () => new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403),
  unknownAccessKey: () =>
    new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403),
  expired: () => new AwsError('ExpiredToken', 'The security token included in the request is expired', 403),
  badSignature: () =>
    new AwsError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      403,
    ),
  unknownRegion: region =>
    new AwsError('SignatureDoesNotMatch', `Credential should be scoped to a valid region, not '${region}'.`, 403),
  regionNotEnabled: accountId =>
    new AwsError(
      'RegionDisabledException',
      `STS is not activated in this region for account:${accountId}. Your account administrator can activate STS in this region using the IAM Console.`,
      403,
    ),
  unknownOperation: operation =>
    new AwsError('InvalidAction', `Could not find operation ${operation} for this service`, 400),
  missingParameter: parameter =>
    new AwsError(
      'ValidationError',
      `1 validation error detected: Value null at '${camel(parameter)}' failed to satisfy constraint: Member must not be null`,
      400,
    ),
  invalidParameter: (parameter, value) =>
    new AwsError('MalformedInput', `Value '${value}' at '${camel(parameter)}' is not of the expected type`, 400),
  malformed: () => new AwsError('MalformedQueryString', 'The query string contains a syntax error.', 404),
  throttled: () => new AwsError('Throttling', 'Rate exceeded', 400),
  internal: () => new AwsError('InternalFailure', 'An internal error has occurred', 500),
}

export const jsonRefusals: Refusals = {
  unsigned: () => new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token', 400),
  unknownAccessKey: () =>
    new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.', 400),
  expired: () => new AwsError('ExpiredTokenException', 'The security token included in the request is expired', 400),
  badSignature: () =>
    new AwsError(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      400,
    ),
  unknownRegion: region =>
    new AwsError('InvalidSignatureException', `Credential should be scoped to a valid region, not '${region}'.`, 400),
  regionNotEnabled: () =>
    new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.', 400),
  unknownOperation: () => new AwsError('UnknownOperationException', '', 400),
  missingParameter: parameter =>
    new AwsError(
      'ValidationException',
      `1 validation error detected: Value null at '${camel(parameter)}' failed to satisfy constraint: Member must not be null`,
      400,
    ),
  invalidParameter: parameter =>
    new AwsError('SerializationException', `${parameter} is not of the expected type`, 400),
  malformed: () => new AwsError('SerializationException', 'The request body is not valid JSON', 400),
  throttled: () => new AwsError('ThrottlingException', 'Rate exceeded', 400),
  internal: () => new AwsError('InternalFailure', 'An internal error has occurred', 500),
}

/** As the JSON ones, in the words of the services that are asked by path. */
export const restJsonRefusals: Refusals = {
  ...jsonRefusals,
  unsigned: () => new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token', 403),
  unknownAccessKey: () =>
    new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.', 403),
  expired: () => new AwsError('ExpiredTokenException', 'The security token included in the request is expired', 403),
  badSignature: () => new AwsError('InvalidSignatureException', jsonRefusals.badSignature().message, 403),
  unknownRegion: region => new AwsError('InvalidSignatureException', jsonRefusals.unknownRegion(region).message, 403),
  regionNotEnabled: () => restJsonRefusals.unknownAccessKey(),
  unknownOperation: () => new AwsError('UnknownOperationException', '', 404),
  throttled: () => new AwsError('TooManyRequestsException', 'Too Many Requests', 429),
}

/** S3's, which says less of why. */
export const s3Refusals: Refusals = {
  unsigned: () => new AwsError('AccessDenied', 'Access Denied', 403),
  unknownAccessKey: () =>
    new AwsError('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.', 403),
  expired: () => new AwsError('ExpiredToken', 'The provided token has expired.', 400),
  badSignature: () =>
    new AwsError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      403,
    ),
  unknownRegion: region =>
    new AwsError(
      'AuthorizationHeaderMalformed',
      `The authorization header is malformed; the region '${region}' is wrong`,
    ),
  regionNotEnabled: () => new AwsError('AccessDenied', 'Access Denied', 403),
  unknownOperation: () =>
    new AwsError('NotImplemented', 'A header you provided implies functionality that is not implemented', 501),
  missingParameter: parameter => new AwsError('InvalidRequest', `Missing required parameter: ${parameter}`),
  invalidParameter: parameter => new AwsError('InvalidArgument', `Provided ${parameter} is not of the expected type`),
  malformed: () =>
    new AwsError('MalformedXML', 'The XML you provided was not well-formed or did not validate against our schema'),
  throttled: () => new AwsError('SlowDown', 'Please reduce your request rate.', 503),
  internal: () => new AwsError('InternalError', 'We encountered an internal error. Please try again.', 500),
}

// Validation messages name members in camel case, whatever the wire calls them
const camel = (path: string) =>
  path
    .split('.')
    .map(part => part.charAt(0).toLowerCase() + part.slice(1))
    .join('.')
