import type { ImageWatermark } from '@aws-sdk/client-ec2'
import type { Watermark } from '../../domain/facts.ts'

/** (R19) Watermarks by key, each once. An image has at most 5. */
export function readWatermarks(given: readonly ImageWatermark[] = []): Watermark[] {
  const watermarks = new Map<string, Watermark>()
  for (const { WatermarkKey, ...attached } of given)
    if (WatermarkKey)
      watermarks.set(WatermarkKey, {
        watermarkKey: WatermarkKey,
        sourceImageRegion: attached.SourceImageRegion ?? null,
        sourceImageId: attached.SourceImageId ?? null,
        sourceImageCreationTime: attached.SourceImageCreationTime ?? null,
        watermarkCreationTime: attached.WatermarkCreationTime ?? null,
      })
  return [...watermarks.values()].sort((a, b) => (a.watermarkKey < b.watermarkKey ? -1 : 1))
}
