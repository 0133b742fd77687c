// The text of a target file to start from: every member, what it means, and what the suite does with it.
import { capabilities } from '../spec/capability.ts'
import { editionIds } from '../spec/edition.ts'

/** A target file in YAML that is complete: it starts `./my-gateway` and says in comments what else there is. */
export function targetTemplate(): string {
  const [last = ''] = editionIds.slice(-1)
  return `# The gateway under test, for: npx mimi-conformance run --target <this file>
# Paths are relative to this file.

name: my-gateway
version: "0.1.0"

# The editions of the draft that it claims: ${editionIds.join(', ')}
editions: ["${last}"]

# What it offers. What is not listed here is not judged; what is listed and does not work is a failure.
capabilities:
  - define-application        # an operator can define applications; else see applications below
${capabilities
  .filter((one) => one !== 'define-application')
  .map((one) => `  ${one === 'basic' ? '' : '# '}- ${one}`)
  .join('\n')}

# Cipher suites of RFC 9420 that its applications use. Every story is told in the first, those of queues, groups and
# signatures in each of the others too.
cipherSuites: [1]

# What it says of itself, where it takes less than the wire profile asks for.
# limits:
#   body: 1048576              # largest body, in bytes

# Either the suite starts it: once for each domain that a run needs, each time with the path of an instance file
# (addresses to listen at, tokens, peers; JSON) in the place of {instance}. It is ready once both interfaces answer
# anything, and it is stopped by SIGTERM.
launch:
  command: ["./my-gateway", "--instance", "{instance}"]
  # env: { LOG_LEVEL: warn }
  # readyWithinMs: 20000
  # tls: true                 # HTTPS with mutual authentication; the instance file says where key and certificates are

# Or it runs already (then remove launch): one entry for each domain.
# gateways:
#   - edition: "${last}"
#     domains: [a.example]
#     internal: { host: 127.0.0.1, port: 41001 }
#     external: { host: 127.0.0.1, port: 41002 }
#     operatorToken: a-secret
#     applicationServers:
#       - { name: app-server-1, token: another-secret }
#       - { name: app-server-2, token: a-third-secret }
#     peers:
#       - { domain: b.example, external: "http://127.0.0.1:41102", sendToken: to-b, receiveToken: from-b }

# Applications that somebody has provisioned, where define-application is not declared. Give two of them, with another
# application server as the first of each, so that what belongs to one can be asked for by the other.
# applications:
#   - id: 8b7c4a40-1111-4222-8333-444455556666
#     configuration: {}          # as the edition spells an ApplicationConfiguration
#     applicationServers: [app-server-1]
#     federatesWith: []

# Where a running gateway's peer addresses lead, if its links shall be recorded; and where the suite plays a peer.
# relays:
#   - { domain: b.example, listen: { host: 127.0.0.1, port: 42001 }, to: "http://127.0.0.1:41102" }
# scriptedPeers:
#   - { domain: peer.example, listen: { host: 127.0.0.1, port: 42002 } }

# Only where its wire differs from the wire profile; the report says so.
# dialect:
#   getInput: body             # the input of a GET as a JSON body, not as query parameters
#   welcomePath: clientId      # welcomes are asked for by client id, not by handle
#   groupId: hex               # in paths: base64url (the profile), base64, hex or text
#   authentication: none       # callers carry no credentials
#   pathPrefix: /mimi/v1       # goes before every path

# Known failures, each with a reason and a day on which it counts again.
# waivers: my-gateway.waivers.yaml
`
}
