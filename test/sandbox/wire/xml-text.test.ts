import { describe, expect, it } from 'vitest'
import { isXmlText, xmlText } from '../../../src/sandbox/wire/xml-text.ts'

// https://www.w3.org/TR/xml/#charsets
describe.each([
  ['plain', 'plain', true],
  ['<a & "b" \'c\'>', '&lt;a &amp; &quot;b&quot; &apos;c&apos;&gt;', true],
  ['tab\tnew\nline', 'tab\tnew\nline', true],
  ['return\r\n', 'return&#xd;\n', true],
  ['next\u0085line\u2028', 'next&#x85;line&#x2028;', true],
  ['\u{1F98A}\u{10FFFF}', '\u{1F98A}\u{10FFFF}', true],
  ['\u007f\u009f\ufffd', '\u007f\u009f\ufffd', true],
  ['\u0000', '\ufffd', false],
  ['\u000b\u001f\ufffe\uffff', '\ufffd\ufffd\ufffd\ufffd', false],
  ['\ud83e', '\ufffd', false],
  ['\udd8a\ud83e', '\ufffd\ufffd', false],
  ['\ud83e\ud83e\udd8a', '\ufffd\u{1F98A}', false],
])('%j', (text, written, isPossible) => {
  it('is written so that every parser reads it', () => expect(xmlText(text)).toBe(written))
  it(`is ${isPossible ? '' : 'not '}XML text`, () => expect(isXmlText(text)).toBe(isPossible))
})
