import { GetImageCommand, ListImagesCommand, TagResourceCommand } from '@aws-sdk/client-imagebuilder'
import { describe, expect, it } from 'vitest'
import { refuse, serveCall } from '../served.ts'
import { signedFetch } from '../signed-fetch.ts'

const arn = 'arn:aws:imagebuilder:eu-west-1:222222222222:image/nordwind linux/1.0.0/1'

describe('REST JSON', () => {
  it('reads members from the path, and the rest from the body', async () => {
    const { imagebuilder, inputs } = await serveCall('imagebuilder', 'TagResource', () => ({}))
    const input = { resourceArn: 'arn:aws:x:y/ä%2F#?', tags: { 'a b': '' } }
    await imagebuilder().send(new TagResourceCommand(input))
    expect(inputs).toEqual([input])
  })

  it('reads members from the query', async () => {
    const { imagebuilder, inputs } = await serveCall('imagebuilder', 'GetImage', () => ({ image: { arn } }))
    expect((await imagebuilder().send(new GetImageCommand({ imageBuildVersionArn: arn }))).image).toEqual({ arn })
    expect(inputs).toEqual([{ imageBuildVersionArn: arn }])
  })

  it('reads no member of the path or query from the body', async () => {
    const { sandbox, inputs } = await serveCall('imagebuilder', 'DeleteImage', () => ({}))
    const sent = await signedFetch(sandbox, 'imagebuilder', '{"imageBuildVersionArn": "other"}', {
      method: 'DELETE',
      path: '/DeleteImage',
      headers: { 'content-type': 'application/json' },
    })
    expect(sent.status).toBe(400)
    expect(inputs).toEqual([])
  })

  it('refuses paths, methods and bodies that are no operation’s', async () => {
    const { sandbox } = await serveCall('imagebuilder', 'ListImages', () => ({}))
    const ask = (path: string, body: string, method = 'POST') =>
      signedFetch(sandbox, 'imagebuilder', body, { method, path, headers: { 'content-type': 'application/json' } })
    expect((await ask('/ListImages', '{}')).status).toBe(200)
    expect((await ask('/ListImages', '{}', 'PUT')).headers.get('x-amzn-errortype')).toBe('UnknownOperationException')
    expect((await ask('/ListAnything', '{}')).status).toBe(404)
    expect((await ask('/ListImages', '{')).headers.get('x-amzn-errortype')).toBe('SerializationException')
    expect((await ask('/ListImages', '{"maxResults": "1"}')).status).toBe(400)
  })

  it('sends errors as the client reads them', async () => {
    const { imagebuilder } = await serveCall('imagebuilder', 'ListImages', refuse('ForbiddenException', 'no', 403))
    await expect(imagebuilder().send(new ListImagesCommand({}))).rejects.toMatchObject({
      name: 'ForbiddenException',
      message: 'no',
      $metadata: { httpStatusCode: 403 },
    })
  })
})
