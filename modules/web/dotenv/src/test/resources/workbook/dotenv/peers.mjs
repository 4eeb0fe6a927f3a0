// Asks Node, dotenv, dotenv-expand and Vite. Arguments: the folder in which they are installed, and
// what to ask for. Standard input: the questions, as a JSON array. Standard output: the answers.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { parseEnv } from 'node:util'

const [folder, what] = process.argv.slice(2)
const require = createRequire(path.resolve(folder, 'here.js'))
const vite = () => import(pathToFileURL(path.resolve(folder, 'node_modules/vite/dist/node/index.js')))
const questions = JSON.parse(fs.readFileSync(0, 'utf8'))

const inFolder = (files, use) => {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'dotenv-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(made, name)), { recursive: true })
      fs.writeFileSync(path.join(made, name), text)
    }
    return use(made)
  } finally {
    fs.rmSync(made, { recursive: true })
  }
}

const withShell = (shell, use) => {
  const before = { ...process.env }
  Object.keys(process.env).forEach(name => delete process.env[name])
  Object.assign(process.env, shell)
  try {
    return use()
  } finally {
    Object.keys(process.env).forEach(name => delete process.env[name])
    Object.assign(process.env, before)
  }
}

const asked = {
  node: async () => text => parseEnv(text),
  dotenv: async () => text => require('dotenv').parse(text),
  expand: async () => ({ text, shell }) => {
    const { expand } = require('dotenv-expand')
    const { config } = require('dotenv')
    return inFolder({ '.env': text }, made => {
      const processEnv = { ...shell }
      return expand({ ...config({ path: path.join(made, '.env'), processEnv, quiet: true }), processEnv }).parsed
    })
  },
  vite: async () => {
    const { loadEnv } = await vite()
    return ({ files, mode, shell }) =>
      inFolder(files, made => withShell(shell, () => loadEnv(mode, made, '')))
  },
  build: async () => {
    const { build } = await vite()
    return async ({ files, mode, into }) => {
      for (const [name, text] of Object.entries(files)) {
        fs.writeFileSync(path.join(into, name), text)
      }
      await build({ root: into, mode, logLevel: 'silent', configFile: false })
      return {}
    }
  }
}

const answer = await asked[what]()
const answers = []
for (const question of questions) {
  answers.push(await answer(question))
}
process.stdout.write(JSON.stringify(answers))
