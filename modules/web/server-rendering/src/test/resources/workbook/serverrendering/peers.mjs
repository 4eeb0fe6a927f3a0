// Asks npm's packages, and a browser. Arguments: the folder in which they are installed, and what to
// ask for. Standard input: the questions, as a JSON array. Standard output: the answers.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [folder, what] = process.argv.slice(2)
const require = createRequire(path.resolve(folder, 'here.js'))
const load = name => import(pathToFileURL(require.resolve(name)))
const questions = JSON.parse(fs.readFileSync(0, 'utf8'))

const unnamed = routes =>
  routes.map(({ path, file, children }) => ({ path, component: { file }, children: unnamed(children) }))

const key = route => `${route.path} ${route.file}`
const sorted = routes =>
  [...routes].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))

const asked = {
  routes: async () => {
    const { buildTree, toVueRouter4 } = await import(
      pathToFileURL(path.resolve(folder, 'node_modules/unrouting/dist/index.mjs')))
    const { createRouter, createMemoryHistory } = require('vue-router')
    const plain = routes =>
      sorted(routes).map(({ path, name, file, meta, children }) =>
        ({ path, name: name ?? '', file, groups: meta?.groups ?? [], children: plain(children) }))
    return ({ files, paths }) => {
      let routes
      try {
        routes = toVueRouter4(buildTree(files))
      } catch (e) {
        return { error: e.message }
      }
      const router = createRouter({ history: createMemoryHistory(), routes: unnamed(routes) })
      const matches = paths.map(path => {
        const { matched, params } = router.resolve(path)
        return { pages: matched.map(record => record.components.default.file), parameters: params }
      })
      return { routes: plain(routes), matches }
    }
  },
  render: async () => {
    const Vue = require('vue')
    const { renderToString } = require('@vue/server-renderer')
    return async script => {
      const { render, components } = new Function('Vue', `return ${script}`)(Vue)
      return { html: await renderToString(Vue.createSSRApp({ render, components })) }
    }
  },
  browse: async () => {
    const { chromium } = require('playwright-core')
    return async ({ address, clicks, screenshot }) => {
      const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
      try {
        const page = await browser.newPage({ viewport: { width: 640, height: 420 } })
        const messages = []
        page.on('console', message => messages.push(`${message.type()}: ${message.text()}`))
        page.on('pageerror', error => messages.push(`pageerror: ${error.message}`))
        page.on('dialog', dialog => { messages.push(`dialog: ${dialog.message()}`); return dialog.dismiss() })
        // The document is there, and Vue has not begun: what is marked now came from the server.
        let served = ''
        await page.route('**/client.js', async route => {
          served = await page.evaluate(() => {
            const app = document.getElementById('app')
            app.querySelectorAll('*').forEach(element => (element.fromServer = true))
            return app.innerText
          })
          await route.continue()
        })
        await page.goto(address, { waitUntil: 'networkidle' })
        for (let i = 0; i < clicks; i++) await page.click('button')
        const { shown, kept, made } = await page.evaluate(() => {
          const elements = [...document.querySelectorAll('#app *')]
          const kept = elements.filter(element => element.fromServer).length
          return { shown: document.getElementById('app').innerText, kept, made: elements.length - kept }
        })
        if (screenshot) await page.screenshot({ path: screenshot })
        return { served, shown, kept, made, messages }
      } finally {
        await browser.close()
      }
    }
  },
}

const answer = await asked[what]()
const answers = []
for (const question of questions) {
  answers.push(await answer(question))
}
process.stdout.write(JSON.stringify(answers))
