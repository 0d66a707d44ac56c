/** SQL: rows `s` of amigraph.share_problems of this code, one that only informs; by the index of their usual order. */
export const ofCode = (code: 'OWNER_CONSUMER_MISMATCH' | 'QUOTA_PRESSURE'): string =>
  `array_position(array['BLOCKS_LAUNCH', 'BLOCKS_COPY', 'INFORMATION'], s.severity) = 3 and s.code = '${code}'`
