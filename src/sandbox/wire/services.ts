/**
 * The services the sandbox speaks. A further one is a row here: its client package, protocol, version, and namespace or
 * target as in the client's `protocolSettings`; then its calls in ../calls.ts.
 */
import * as athena from '@aws-sdk/client-athena'
import * as costExplorer from '@aws-sdk/client-cost-explorer'
import * as ec2 from '@aws-sdk/client-ec2'
import * as imagebuilder from '@aws-sdk/client-imagebuilder'
import * as kms from '@aws-sdk/client-kms'
import * as organizations from '@aws-sdk/client-organizations'
import * as s3 from '@aws-sdk/client-s3'
import * as sqs from '@aws-sdk/client-sqs'
import * as sts from '@aws-sdk/client-sts'
import { AwsError } from '../call.ts'
import { awsJson1_0, awsJson1_1 } from './aws-json.ts'
import { awsQuery } from './aws-query.ts'
import { clientSchemas } from './client-schemas.ts'
import { ec2Query } from './ec2-query.ts'
import { ec2Refusals, jsonRefusals, queryRefusals, restJsonRefusals, s3Refusals } from './refusals.ts'
import { restJson1 } from './rest-json.ts'
import { restXml } from './rest-xml.ts'
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
  {
    signingName: 's3',
    protocol: restXml,
    version: '2006-03-01',
    xmlNamespace: 'http://s3.amazonaws.com/doc/2006-03-01/',
    target: '',
    // A bucket knows its own Region, and says where it is
    answersIn: 'any Region',
    refusals: s3Refusals,
    ...clientSchemas(s3),
  },
  {
    signingName: 'athena',
    protocol: awsJson1_1,
    version: '2017-05-18',
    xmlNamespace: '',
    target: 'AmazonAthena',
    answersIn: 'enabled Regions',
    refusals: jsonRefusals,
    ...clientSchemas(athena),
  },
  {
    signingName: 'ce',
    protocol: awsJson1_1,
    version: '2017-10-25',
    xmlNamespace: '',
    target: 'AWSInsightsIndexService',
    answersIn: 'any Region',
    refusals: jsonRefusals,
    ...clientSchemas(costExplorer),
  },
]

/** By signing name. */
export const services: ReadonlyMap<string, Service> = new Map(all.map(service => [service.signingName, service]))
