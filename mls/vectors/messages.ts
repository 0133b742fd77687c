// Published vectors for whole messages: every structure is read and written back byte by byte.
import assert from 'node:assert/strict'
import type { Decoder } from 'ts-mls/codec/tlsDecoder.js'
import type { BufferEncoder } from 'ts-mls/codec/tlsEncoder.js'
import { commitEncoder, decodeCommit } from 'ts-mls/commit.js'
import { decodeGroupSecrets, groupSecretsEncoder } from 'ts-mls/groupSecrets.js'
import {
  addEncoder,
  decodeAdd,
  decodeExternalInit,
  decodeGroupContextExtensions,
  decodePSK,
  decodeReinit,
  decodeRemove,
  decodeUpdate,
  externalInitEncoder,
  groupContextExtensionsEncoder,
  pskEncoder,
  reinitEncoder,
  removeEncoder,
  updateEncoder,
} from 'ts-mls/proposal.js'
import { hex } from '../codec/bytes.ts'
import { readMessage, readRatchetTree, writeMessage, writeRatchetTree } from '../codec/message.ts'
import { decodeWhole } from '../codec/tls.ts'
import { describeMessage } from '../message.ts'
import { decodeMessage } from '../public/decode.ts'
import { allChecks } from '../public-group.ts'
import { bytes, type Hex, vectorFile } from './vector-file.ts'

const formats = [
  'mls_public_message',
  'mls_private_message',
  'mls_welcome',
  'mls_group_info',
  'mls_key_package',
] as const
const wholeMessages = [
  'mls_welcome',
  'mls_group_info',
  'mls_key_package',
  'public_message_application',
  'public_message_proposal',
  'public_message_commit',
  'private_message',
] as const

type Part =
  | 'group_secrets'
  | 'commit'
  | `${'add' | 'update' | 'remove' | 'pre_shared_key' | 're_init' | 'external_init' | 'group_context_extensions'}_proposal`
type Message = { readonly [Name in (typeof wholeMessages)[number] | Part | 'ratchet_tree']: Hex }

export const messages = vectorFile<Message>(
  { name: 'messages', fact: 'every structure is read and written back unchanged' },
  async (each) => {
    for (const name of wholeMessages) {
      const message = bytes(each[name])
      assert.equal(hex(writeMessage(readMessage(message, ...formats))), each[name])
      await decodeMessage(message, { wanted: formats, code: 'malformed' }, { checks: allChecks })
      assert.equal(describeMessage(message)['unreadable'], undefined)
    }
    assert.equal(hex(writeRatchetTree(readRatchetTree(bytes(each.ratchet_tree)))), each.ratchet_tree)
    const whole = <Value>(name: Part, decode: Decoder<Value>, encode: BufferEncoder<Value>) =>
      decodeWhole({ what: name, decode, encode }, bytes(each[name]))
    whole('group_secrets', decodeGroupSecrets, groupSecretsEncoder)
    whole('commit', decodeCommit, commitEncoder)
    whole('add_proposal', decodeAdd, addEncoder)
    whole('update_proposal', decodeUpdate, updateEncoder)
    whole('remove_proposal', decodeRemove, removeEncoder)
    whole('pre_shared_key_proposal', decodePSK, pskEncoder)
    whole('re_init_proposal', decodeReinit, reinitEncoder)
    whole('external_init_proposal', decodeExternalInit, externalInitEncoder)
    whole('group_context_extensions_proposal', decodeGroupContextExtensions, groupContextExtensionsEncoder)
  },
)
