// Starts the shop in the browser.
const element = document.getElementById('payload')
if (element) {
  // The server has rendered the page: take over what is there.
  globalThis.shop(Vue.createSSRApp, element.textContent).mount('#app')
} else {
  // An empty shell: ask for the data, and render the page here.
  const path = location.pathname.replace(/^\/shell/, '')
  fetch('/api' + path)
    .then(answer => answer.text())
    .then(text => globalThis.shop(Vue.createApp, text).mount('#app'))
}
