// A path is split, then decoded, once: nothing in encoded form leads somewhere else (HX-12; RFC 3986, section 2.4).
import { accepted, each, refused } from '../../harness/match/answer.ts'
import { rewriteTarget } from '../../harness/probe/raw-request.ts'
import { defineScenario } from '../../harness/scenario.ts'
import { oneDomain } from '../../harness/world-plan.ts'

/** The first character of a text as percent-encoding, the encoding's own percent sign encoded again where `again`. */
const encoded = (text: string, again = '') =>
  `%${again}${text.charCodeAt(0).toString(16).toUpperCase()}${text.slice(1)}`

export default defineScenario({
  requirement: 'http/path-decoded-once',
  story: 'An application server searches its application by ways that lead there only for a lax reader',
  world: oneDomain,
  async probe({ appServer, alice, register }) {
    await register(alice)
    const { appId } = appServer
    const query = `?tag=${encodeURIComponent(alice.tag)}`
    const search = (path: string) =>
      appServer.findClients(
        { tag: alice.tag },
        rewriteTarget(() => path + query),
      )
    const paths = [
      `/apps/elsewhere/%2e%2e/${appId}/clients`,
      `/apps/${appId}/elsewhere/%2E%2E/clients`,
      `/apps/${appId}/clients/%2e`,
      `/apps/${appId}%2Fclients`,
      `/apps/elsewhere%2F..%2F${appId}/clients`,
      `/apps/${appId}%00/clients`,
      `/apps/${appId}/clients%00`,
      `/apps//${appId}/clients`,
      `/apps/${appId}//clients`,
      `/apps/${encoded(appId, '25')}/clients`,
    ]
    const astray = []
    for (const path of paths) astray.push(await search(path))
    const twin = await search(`/apps/${encoded(appId)}/clients`)
    return { astray, twin }
  },
  controls: ({ twin }) => accepted(twin),
  judge: ({ astray }) => each(astray, refused),
})
