// Asks crypto-js, esbuild and webpack. Arguments: the folder in which they are installed, and what
// to ask for. Standard input: the questions, as a JSON array. Standard output: the answers, texts.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRequire } from 'node:module'

const [folder, what] = process.argv.slice(2)
const require = createRequire(path.resolve(folder, 'here.js'))
const C = require('crypto-js')
const questions = JSON.parse(fs.readFileSync(0, 'utf8'))

// Iso10126 fills with random bytes: the same ones each time, for the record.
C.lib.WordArray.random = bytes => C.lib.WordArray.create([0x0badcafe, 0x0badcafe, 0x0badcafe, 0x0badcafe], bytes)

const hex = text => C.enc.Hex.parse(text)

const inFolder = (files, use) => {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'api-decryption-'))
  for (const [name, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(made, name), text)
  }
  return Promise.resolve(use(made)).finally(() => fs.rmSync(made, { recursive: true }))
}

const asked = {
  // With a key and an IV, of the bytes of a text.
  key: ({ cipher, mode, padding, key, iv, plain }) =>
    C[cipher].encrypt(hex(plain), hex(key), { iv: hex(iv), mode: C.mode[mode], padding: C.pad[padding] }).toString(),
  // With a phrase, of a text.
  phrase: ({ cipher, digest, phrase, salt, plain }) =>
    C[cipher].encrypt(plain, phrase, { salt: hex(salt), hasher: C.algo[digest] }).toString(),
  kdf: ({ digest, rounds, phrase, salt, bytes }) =>
    C.EvpKDF(phrase, hex(salt), { hasher: C.algo[digest], iterations: rounds, keySize: bytes / 4 }).toString(),
  words: ({ encoding, text }) => JSON.stringify(C.enc[encoding].parse(text)),
  bytes: ({ words, sigBytes }) => C.lib.WordArray.create(words, sigBytes).toString(),
  // What a page's own call would show.
  decrypt: ({ cipher, text, phrase }) => C[cipher].decrypt(text, phrase).toString(C.enc.Utf8),
  esbuild: async ({ files, options }) =>
    inFolder(files, async made => {
      const result = await require('esbuild').build({
        absWorkingDir: made,
        entryPoints: [path.join(made, 'main.js')],
        bundle: true,
        minify: true,
        write: false,
        nodePaths: [path.resolve(folder, 'node_modules')],
        logLevel: 'silent',
        ...options
      })
      return result.outputFiles[0].text
    }),
  webpack: async ({ files, options }) =>
    inFolder(files, made => new Promise((resolve, reject) =>
      require('webpack')({
        mode: 'production',
        target: 'web',
        context: made,
        entry: path.join(made, 'main.js'),
        output: { path: path.join(made, 'dist'), filename: 'out.js' },
        resolve: { modules: [path.resolve(folder, 'node_modules')], fallback: { crypto: false } },
        performance: false,
        ...options
      }, (error, stats) =>
        error || stats.hasErrors()
          ? reject(error || new Error(stats.toString()))
          : resolve(fs.readFileSync(path.join(made, 'dist', 'out.js'), 'utf8'))))),
  // Runs a page's script with a page of one element and a server of one answer.
  page: async ({ script, answer }) => {
    const element = {}
    globalThis.document = { getElementById: () => element }
    globalThis.fetch = async () => ({ text: async () => answer })
    ;(0, eval)(script)
    for (let turn = 0; turn < 10; turn++) {
      await null
    }
    return element.textContent
  }
}

const answers = []
for (const question of questions) {
  answers.push(await asked[what](question))
}
process.stdout.write(JSON.stringify(answers))
