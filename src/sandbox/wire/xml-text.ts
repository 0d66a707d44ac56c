/** Text as XML 1.0 can carry it. */

// Everything outside XML 1.0's Char production: C0 controls but tab and the line ends, lone surrogates, U+FFFE, U+FFFF
const impossible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters the rule is about
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

// One test decides for nearly all strings that there is nothing to do
const special =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters the rule is about
  /[&<>"'\r\n\u0085\u2028\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // Parsers turn a bare carriage return into a line feed, and XML 1.1 parsers these two as well
  '\r': '&#xd;',
  '\u0085': '&#x85;',
  '\u2028': '&#x2028;',
}

/** Whether XML 1.0 can carry every character of the text, escaped or not. */
export const isXmlText = (text: string): boolean => text.search(impossible) === -1

/**
 * Escapes text for an element. Astral characters go as they are; what no XML 1.0 document can hold, escaped or not,
 * becomes U+FFFD, so that one odd string never makes the whole answer unreadable.
 */
export const xmlText = (text: string): string =>
  special.test(text)
    ? text.replace(impossible, '\ufffd').replace(/[&<>"'\r\u0085\u2028]/g, c => entities[c] ?? c)
    : text
