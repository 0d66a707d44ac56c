/** EC2's own kind of Query protocol: form in, XML out, lists as `<item>`, no `Result` element. */
import { readQueryInput } from './query-input.ts'
import { operationParameters, queryParameters } from './query-parameters.ts'
import type { Protocol } from './service.ts'
import { writeXmlMembers } from './xml-output.ts'
import { xmlText } from './xml-text.ts'

const contentType = 'text/xml;charset=UTF-8'

export const ec2Query: Protocol = {
  name: 'ec2Query',
  operationName: (_service, request) => queryParameters(request).children.get('Action')?.value,
  readInput: (service, operation, request) =>
    operation.input.isUnitSchema()
      ? {}
      : readQueryInput(operation.input, operationParameters(request), 'ec2', service.refusals),
  writeOutput: (service, operation, output, requestId) => {
    const element = `${operation.name}Response`
    // Calls without an output still say that they succeeded
    const members = operation.output.isUnitSchema()
      ? '<return>true</return>'
      : writeXmlMembers(operation.output, output)
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<${element} xmlns="${service.xmlNamespace}"><requestId>${requestId}</requestId>${members}</${element}>`
    return { status: 200, contentType, body }
  },
  writeError: (_service, error, requestId) => ({
    status: error.status,
    contentType,
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>${xmlText(error.code)}</Code><Message>${xmlText(error.message)}</Message></Error></Errors><RequestID>${requestId}</RequestID></Response>`,
  }),
}
