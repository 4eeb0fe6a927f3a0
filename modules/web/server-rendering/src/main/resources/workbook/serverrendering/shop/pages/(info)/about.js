({
  props: ['page'],
  render: () => Vue.h('p', 'A shop that exists to be rendered.'),
})
