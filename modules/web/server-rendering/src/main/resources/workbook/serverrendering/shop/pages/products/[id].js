({
  props: ['page'],
  setup(props) {
    const product = props.page.data.product
    const count = Vue.ref(0)
    return () => product
      ? Vue.h('article', [
          Vue.h('h2', product.name),
          Vue.h('p', product.text),
          Vue.h('p', `Here since ${product.since.toISOString().slice(0, 10)}.`),
          Vue.h('blockquote', product.review),
          Vue.h('button', { onClick: () => count.value++ }, `In your basket: ${count.value}`),
          Vue.h('p', ['Goes with: ', ...product.goesWith.map(other =>
            Vue.h('a', { href: `${props.page.base}/products/${other.id}` }, other.name))]),
        ])
      : Vue.h('p', `There is no product ${props.page.params.id}.`)
  },
})
