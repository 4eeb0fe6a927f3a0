// Asks Web Crypto, in Node and in a browser. Arguments: the folder in which the packages are
// installed, and what to ask for. Standard input: the questions, as a JSON array. Standard output:
// the answers.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequire } from 'node:module'

const [folder, what] = process.argv.slice(2)
const questions = JSON.parse(fs.readFileSync(0, 'utf8'))
const page = path.resolve('src/main/resources/workbook/parameterdecryption/page')
const { importKey, seal, post } = await import(pathToFileURL(path.join(page, 'seal.js')))
const bytes = base64 => Uint8Array.from(Buffer.from(base64, 'base64'))

const asked = {
  // With the page's own script.
  seal: async ({ jwk, target, time, value }) => seal(await importKey(jwk), target, time, value),
  // What a body of Java's holds, by the private key.
  open: async ({ pkcs8, target, envelope: { kid, key, iv, time, data } }) => {
    const oaep = { name: 'RSA-OAEP', hash: 'SHA-256' }
    const secret = await crypto.subtle.importKey('pkcs8', bytes(pkcs8), oaep, false, ['unwrapKey'])
    const once = await crypto.subtle.unwrapKey('raw', bytes(key), secret, 'RSA-OAEP', 'AES-GCM', false, ['decrypt'])
    const additionalData = new TextEncoder().encode(`${target}\n${time}\n${kid}`)
    const gcm = { name: 'AES-GCM', iv: bytes(iv), additionalData }
    return new TextDecoder('utf-8', { fatal: true }).decode(await crypto.subtle.decrypt(gcm, once, bytes(data)))
  },
  login: ({ server, user, password }) => post(server, '/login', { user, password }),
  // Types into the page's form, as a user does.
  browser: async ({ server, user, password, picture }) => {
    const { chromium } = createRequire(path.resolve(folder, 'here.js'))('playwright-core')
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
    try {
      const tab = await browser.newPage({ viewport: { width: 480, height: 420 } })
      const sent = []
      tab.on('request', request => { if (request.method() === 'POST') sent.push(request.postData()) })
      await tab.goto(server)
      await tab.fill('[name=user]', user)
      await tab.fill('[name=password]', password)
      await tab.click('button')
      const answer = tab.locator('#answer:not(:empty)')
      await answer.waitFor()
      await tab.screenshot({ path: picture })
      return { sent, answer: await answer.textContent() }
    } finally {
      await browser.close()
    }
  }
}

const answers = []
for (const question of questions) {
  answers.push(await asked[what](question))
}
process.stdout.write(JSON.stringify(answers))
