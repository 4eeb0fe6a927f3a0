// Wrong on purpose: what is rendered depends on where it is rendered.
({
  props: ['page'],
  render: () => Vue.h('p', typeof window === 'undefined' ? 'rendered on the server' : 'rendered in the browser'),
})
