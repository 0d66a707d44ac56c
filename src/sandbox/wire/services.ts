/**
 * The services the sandbox speaks. A further one is a row here: its client package, protocol, version, and namespace or
 * target as in the client's `protocolSettings`; then its calls in ../calls.ts.
 */
import * as ec2 from '@aws-sdk/client-ec2'
import * as imagebuilder from '@aws-sdk/client-imagebuilder'
import * as kms from '@aws-sdk/client-kms'
import * as organizations from '@aws-sdk/client-organizations'
import * as sqs from '@aws-sdk/client-sqs'
import * as sts from '@aws-sdk/client-sts'
import { AwsError } from '../call.ts'
import { awsJson1_0, awsJson1_1 } from './aws-json.ts'
import { awsQuery } from './aws-query.ts'
import { clientSchemas } from './client-schemas.ts'
import { ec2Query } from './ec2-query.ts'
import { ec2Refusals, jsonRefusals, queryRefusals, restJsonRefusals } from './refusals.ts'
import { restJson1 } from './rest-json.ts'
import type { Service } from './service.ts'

const all: Service[] = [
  {
    signingName: 'ec2',
    protocol: ec2Query,
    version: '2016-11-15',
    xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
    target: '',
    answersIn: 'enabled Regions',
    refusals: ec2Refusals,
    ...clientSchemas(ec2),
  },
  {
    signingName: 'sts',
    protocol: awsQuery,
    version: '2011-06-15',
    xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    target: '',
    answersIn: 'all but closed Regions',
    refusals: queryRefusals,
    ...clientSchemas(sts),
  },
  {
    signingName: 'organizations',
    protocol: awsJson1_1,
    version: '2016-11-28',
    xmlNamespace: '',
    target: 'AWSOrganizationsV20161128',
    answersIn: 'any Region',
    refusals: {
      ...jsonRefusals,
      missingParameter: parameter =>
        new AwsError('InvalidInputException', `You must specify a value for the required parameter ${parameter}.`),
      throttled: () => new AwsError('TooManyRequestsException', 'You have sent too many requests in too short a time.'),
    },
    ...clientSchemas(organizations),
  },
  {
    signingName: 'kms',
    protocol: awsJson1_1,
    version: '2014-11-01',
    xmlNamespace: '',
    target: 'TrentService',
    answersIn: 'enabled Regions',
    refusals: jsonRefusals,
    ...clientSchemas(kms),
  },
  {
    signingName: 'imagebuilder',
    protocol: restJson1,
    version: '2019-12-02',
    xmlNamespace: '',
    target: '',
    answersIn: 'enabled Regions',
    refusals: restJsonRefusals,
    ...clientSchemas(imagebuilder),
  },
  {
    signingName: 'sqs',
    protocol: awsJson1_0,
    version: '2012-11-05',
    xmlNamespace: '',
    target: 'AmazonSQS',
    answersIn: 'enabled Regions',
    refusals: jsonRefusals,
    ...clientSchemas(sqs),
  },
]

/** By signing name. */
export const services: ReadonlyMap<string, Service> = new Map(all.map(service => [service.signingName, service]))
