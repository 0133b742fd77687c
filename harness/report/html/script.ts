// The few lines that run inside the HTML report: filtering, links into closed parts, unpacking, copying, printing.

export const script = `
const root = document.documentElement
root.classList.add('scripted')
const checks = [...document.querySelectorAll('.check[data-verdict]')]
const areas = [...document.querySelectorAll('.area')]
const form = document.querySelector('.filter')
const buttons = [...form.querySelectorAll('button[data-verdict]')]
const shown = form.querySelector('output')
const haystacks = new Map(checks.map((check) => [check, check.dataset.text.toLowerCase()]))

function filter() {
  const wanted = buttons.filter((button) => button.getAttribute('aria-pressed') === 'true').map((b) => b.dataset.verdict)
  const words = form.text.value.toLowerCase().split(/\\s+/).filter(Boolean)
  let count = 0
  for (const check of checks) {
    const { verdict, edition, level, area } = check.dataset
    const fits = (wanted.length === 0 || wanted.includes(verdict))
      && (!form.edition.value || form.edition.value === edition)
      && (!form.level.value || form.level.value === level)
      && (!form.area.value || form.area.value === area)
      && words.every((word) => haystacks.get(check).includes(word))
    check.hidden = !fits
    if (fits) count++
  }
  for (const area of areas) area.hidden = !area.querySelector('.check:not([hidden])')
  shown.value = count === checks.length ? count + ' checks' : count + ' of ' + checks.length + ' checks'
}
for (const button of buttons) button.addEventListener('click', () => {
  button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'))
  filter()
})
form.addEventListener('input', filter)
form.addEventListener('submit', (event) => event.preventDefault())
filter()

function openLinked() {
  const linked = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!linked) return
  for (let at = linked; at; at = at.parentElement) if (at.localName === 'details') at.open = true
  linked.hidden = false
  const area = linked.closest('.area')
  if (area) area.hidden = false
  linked.scrollIntoView()
}
addEventListener('hashchange', openLinked)
openLinked()

async function unpack(place) {
  const octets = Uint8Array.from(atob(place.dataset.packed), (letter) => letter.charCodeAt(0))
  place.removeAttribute('data-packed')
  const unpacked = new Blob([octets]).stream().pipeThrough(new DecompressionStream('gzip'))
  place.innerHTML = await new Response(unpacked).text()
}
document.addEventListener('toggle', ({ target }) => {
  if (target.open) for (const place of target.querySelectorAll('[data-packed]')) unpack(place)
}, true)

document.addEventListener('click', async (event) => {
  const button = event.target.closest('button[data-copy]')
  if (!button) return
  const line = button.parentElement.querySelector('pre')
  try {
    await navigator.clipboard.writeText(line.textContent)
    button.textContent = 'copied'
  } catch {
    getSelection().selectAllChildren(line)
  }
})

let opened = []
addEventListener('beforeprint', () => {
  opened = checks.filter((check) => !check.open && check.dataset.counts === 'true')
  for (const check of opened) check.open = true
})
addEventListener('afterprint', () => {
  for (const check of opened) check.open = false
})
`
