import { describe, expect, it } from 'vitest'
import { createFaults, type FaultedCall, type FaultRule } from '../../src/sandbox/faults.ts'

const call: FaultedCall = {
  service: 'ec2',
  operation: 'DescribeImages',
  accountId: '111111111111',
  region: 'eu-west-1',
}

/** Which of the first `calls` calls fail, counted from 1. */
const failing = (rule: FaultRule, calls: number, seed = 1) => {
  const faults = createFaults(seed)
  faults.add(rule)
  return Array.from({ length: calls }, (_, index) => (faults.take(call).fault ? index + 1 : 0)).filter(Boolean)
}

describe('createFaults', () => {
  it.each<[string, Partial<FaultRule>, number[]]>([
    ['every call', {}, [1, 2, 3, 4, 5]],
    ['the second', { nth: 2 }, [2]],
    ['two from the second', { nth: 2, times: 2 }, [2, 3]],
    ['the first three', { times: 3 }, [1, 2, 3]],
    ['never', { probability: 0 }, []],
    ['what matches', { service: 'ec2', operation: 'DescribeImages', region: 'eu-west-1' }, [1, 2, 3, 4, 5]],
    ['not another account', { accountId: '222222222222' }, []],
    ['not another operation', { operation: 'DescribeInstances' }, []],
  ])('fails %s', (_case, rule, expected) => {
    expect(failing({ ...rule, fault: { kind: 'reset' } }, 5)).toEqual(expected)
  })

  it('draws the same faults from the same seed', () => {
    const rule: FaultRule = { fault: { kind: 'reset' }, probability: 0.3 }
    const drawn = failing(rule, 1000, 7)
    expect(drawn).toEqual(failing(rule, 1000, 7))
    expect(drawn).not.toEqual(failing(rule, 1000, 8))
    expect(drawn.length).toBeGreaterThan(230)
    expect(drawn.length).toBeLessThan(370)
  })

  it('adds up delays and takes the first other fault', () => {
    const faults = createFaults()
    faults.add({ fault: { kind: 'delay', delayMs: 5 } })
    faults.add({ fault: { kind: 'reset' }, times: 1 })
    faults.add({ fault: { kind: 'hang' }, times: 1 })
    faults.add({ fault: { kind: 'delay', delayMs: 7 } })
    expect(faults.take(call)).toEqual({ delayMs: 12, fault: { kind: 'reset' } })
    expect(faults.take(call)).toEqual({ delayMs: 12, fault: { kind: 'hang' } })
    expect(faults.take(call)).toEqual({ delayMs: 12, fault: undefined })
  })

  it('forgets rules again', () => {
    const faults = createFaults()
    const remove = faults.add({ fault: { kind: 'hang' } })
    faults.add({ fault: { kind: 'reset' } })
    remove()
    expect(faults.take(call).fault).toEqual({ kind: 'reset' })
    faults.clear()
    expect(faults.take(call).fault).toBeUndefined()
  })
})
