// The shop as a Vue application. It runs twice: on the server and in the browser.
globalThis.Pages = {}

globalThis.shop = (create, payload) => {
  const page = Payload.parse(payload)
  // The outermost layout first: each page is the content of the one before.
  const nest = ([file, ...inner]) =>
    file && Vue.h(Pages[file], { page }, { default: () => nest(inner) })
  return create({
    render: () => [
      Vue.h('header', [
        Vue.h('a', { href: page.base + '/' }, 'Corner shop'),
        Vue.h('p', page.user ? `Hello, ${page.user}` : 'Hello'),
      ]),
      Vue.h('main', [nest(page.files)]),
    ],
  })
}
