// Certificates hang together by names: that of the issuer, and those that an authority permits below it (X5-02; RFC 5280
// sections 6.1.3 (a)(4) and 4.2.1.10).
import { flawedRefused } from '../../harness/match/x509.ts'
import { certifiedQueue } from '../../harness/probe/certified-queue.ts'
import { tryChains } from '../../harness/probe/chains.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { emptyDomain } from '../../harness/world-plan.ts'
import { alternativeNames, generalName, nameConstraints } from '../../mls/x509/battery/write-extension.ts'

const organisation = '2.5.4.10'
const { directory, dns } = generalName

export default defineScenario({
  requirement: 'x509-identity-provider/chain-validated',
  story:
    'The certificate of Alice names an issuer that is not the next one, or leaves the names that its issuer permits; then it keeps to them',
  world: emptyDomain,
  needs: ['define-application'],
  async probe(stage) {
    const certified = await certifiedQueue(stage)
    const of = (name: string) => [
      { type: 'O', value: name },
      { type: 'CN', value: stage.alice.handleText },
    ]
    const permitted = { extensions: [nameConstraints({ permitted: [directory([organisation, 'Example'])] })] }
    const excluded = { extensions: [nameConstraints({ excluded: [directory([organisation, 'Example'])] })] }
    // Whoever does not understand a constraint on hosts has to refuse a name that it is about.
    const hosts = { extensions: [nameConstraints({ permitted: [dns('a.example')] })] }
    const elsewhere = { extensions: [alternativeNames(dns('b.example'))] }

    const issuer = await certified.root.createSubordinate({ subject: 'desk' })
    const renamed = await certified.root.createSubordinate({ subject: 'home', keys: issuer.keys })
    const leaf = await issuer.issue({ subject: stage.alice.handleText, publicKey: certified.device })
    const flawed = [
      [leaf, renamed.certificate],
      await certified.pair({ authority: permitted, device: { subject: of('Elsewhere') } }),
      await certified.pair({ authority: excluded, device: { subject: of('Example') } }),
      await certified.pair({ authority: hosts, device: elsewhere }),
    ]
    const good = [
      [leaf, issuer.certificate],
      await certified.pair({ authority: permitted, device: { subject: of('Example') } }),
      await certified.pair({ authority: excluded, device: { subject: of('Elsewhere') } }),
      await certified.pair({ authority: hosts }),
    ]
    return tryChains(certified, { flawed, good })
  },
  ...flawedRefused,
})
