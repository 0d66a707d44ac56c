/** The AWS Query protocol (STS and its like): form in, XML out inside a `Result` element, lists as `<member>`. */
import { readQueryInput } from './query-input.ts'
import { operationParameters, queryParameters } from './query-parameters.ts'
import type { Protocol } from './service.ts'
import { writeXmlMembers } from './xml-output.ts'
import { xmlText } from './xml-text.ts'

const contentType = 'text/xml'

export const awsQuery: Protocol = {
  name: 'awsQuery',
  operationName: (_service, request) => queryParameters(request).children.get('Action')?.value,
  readInput: (service, operation, request) =>
    operation.input.isUnitSchema()
      ? {}
      : readQueryInput(operation.input, operationParameters(request), 'query', service.refusals),
  writeOutput: (service, operation, output, requestId) => {
    const { name } = operation
    const result = operation.output.isUnitSchema()
      ? ''
      : `<${name}Result>${writeXmlMembers(operation.output, output)}</${name}Result>`
    const body = `<${name}Response xmlns="${service.xmlNamespace}">${result}<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${name}Response>`
    return { status: 200, contentType, body }
  },
  writeError: (service, error, requestId) => ({
    status: error.status,
    contentType,
    body: `<ErrorResponse xmlns="${service.xmlNamespace}"><Error><Type>${error.status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${xmlText(error.code)}</Code><Message>${xmlText(error.message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
  }),
}
