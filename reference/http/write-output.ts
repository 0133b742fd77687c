// Writes an operation's output to its wire form by the operation's codec, without judging it once more: what the gateway
// gives out was judged when it came in, and to judge it again takes most of the time of an answer.
import { z } from 'zod'

type Write = (value: unknown) => unknown
type Members = Readonly<Record<string, unknown>>

const writers = new WeakMap<z.core.$ZodType, Write>()

/** The wire form, as z.encode gives it. Throws where a value has none, as octets that are not UTF-8 have in a string. */
export function writeOutput(schema: z.core.$ZodType, output: unknown): unknown {
  return writerOf(schema)(output)
}

function writerOf(schema: z.core.$ZodType): Write {
  const known = writers.get(schema)
  if (known !== undefined) return known
  const writer = makeWriter(schema as z.core.$ZodTypes)
  writers.set(schema, writer)
  return writer
}

/** Whatever is not known here zod writes itself. */
function makeWriter(schema: z.core.$ZodTypes): Write {
  const { def } = schema._zod
  switch (def.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'custom':
      return (value) => value
    case 'optional':
    case 'default': {
      const write = writerOf(def.innerType)
      return (value) => (value === undefined ? undefined : write(value))
    }
    case 'array': {
      const write = writerOf(def.element)
      return (values) => (values as readonly unknown[]).map(write)
    }
    case 'object':
      return def.catchall === undefined ? objectWriter(def.shape) : (value) => z.encode(schema, value)
    case 'pipe':
      return isCodec(def) ? codecWriter(def) : (value) => z.encode(schema, value)
    default:
      return (value) => z.encode(schema, value)
  }
}

function objectWriter(shape: Readonly<Record<string, z.core.$ZodType>>): Write {
  const members = Object.entries(shape).map(([name, schema]) => ({ name, write: writerOf(schema) }))
  return (value) => {
    const written: Record<string, unknown> = {}
    for (const { name, write } of members) {
      const member = (value as Members)[name]
      if (member !== undefined) written[name] = write(member)
    }
    return written
  }
}

function isCodec(def: z.core.$ZodPipeDef): def is z.core.$ZodCodecDef {
  return def.reverseTransform !== undefined
}

function codecWriter({ in: wire, out, reverseTransform }: z.core.$ZodCodecDef): Write {
  const [writeWire, writeValue] = [writerOf(wire), writerOf(out)]
  return (value) => {
    const payload = { value: writeValue(value), issues: [] as z.core.$ZodRawIssue[] }
    const written = reverseTransform(payload.value, payload)
    if (payload.issues.length > 0) throw new Error(`cannot be written: ${payload.issues[0]?.message}`)
    return writeWire(written)
  }
}
