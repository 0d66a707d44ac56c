import { InvalidInput } from './invalid-input.ts'

// AWS's own are hexadecimal, of 8 or 17 characters; recorded and documented answers have other letters and lengths.
const kinds = {
  image: { name: 'an image ID', example: 'ami-0123456789abcdef0', form: /^ami-[0-9A-Za-z]{8,32}$/ },
  instance: { name: 'an instance ID', example: 'i-0123456789abcdef0', form: /^i-[0-9A-Za-z]{8,32}$/ },
  snapshot: { name: 'a snapshot ID', example: 'snap-0123456789abcdef0', form: /^snap-[0-9A-Za-z]{8,32}$/ },
  organizationalUnit: {
    name: 'the ID of an organizational unit or root',
    example: 'ou-ab12-cdef3456',
    form: /^(ou|r)-[0-9A-Za-z-]{4,70}$/,
  },
  productCode: { name: 'a product code', example: '3p3gh0ahwtwkvhmhqhl5xhqcq', form: /^[\x21-\x7e]{1,128}$/ },
} as const

/** The ID itself; throws InvalidInput where no AWS ID of that kind looks like it. */
export const checkAwsId = (kind: keyof typeof kinds, id: string): string => {
  const { name, example, form } = kinds[kind]
  if (form.test(id)) return id
  throw new InvalidInput(`${JSON.stringify(id.slice(0, 100))} is not ${name}, such as ${example}`)
}
