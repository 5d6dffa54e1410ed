// Reads [{name, html, mjml}] and writes {findings, uncovered, compiled}: what html-validate and caniemail say of each
// snippet, the mail clients that caniemail knows too little of, and the page that each MJML snippet makes, with the
// complaints of its compiler. The tools are in the folder INLAY_NODE_MODULES.
import { createRequire } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.env.INLAY_NODE_MODULES, "tools.js"));
const load = name => import(pathToFileURL(require.resolve(name)));
const { HtmlValidate } = await load("html-validate");
const { caniemail, rawData } = await load("caniemail");
const mjml2html = require("mjml");

const rules = { "wcag/h37": "error", "presentation-role-style": ["error", { prefer: "presentation" }] };
const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules });
const findings = new Map();

// One finding for each rule, format and client, with the first snippet that has it.
function add(finding, snippet) {
  const key = JSON.stringify(finding);
  findings.set(key, findings.get(key) ?? { ...finding, snippet });
}

function allClients() {
  const stats = Object.values(rawData.data).flatMap(feature => Object.entries(feature.stats));
  return [...new Set(stats.flatMap(([family, platforms]) => Object.keys(platforms).map(one => `${family}.${one}`)))];
}

// caniemail gives up on a client whose answer for one feature is missing.
function covers(client, html) {
  try {
    caniemail({ clients: [client], html });
    return true;
  } catch {
    return false;
  }
}

async function check(format, snippets) {
  const clients = allClients().filter(client => covers(client, snippets[0].html));
  for (const { name, html } of snippets) {
    const { results } = await validator.validateString(html);
    results.flatMap(result => result.messages)
      .forEach(({ ruleId }) => add({ tool: "html-validate", format, rule: ruleId, client: "" }, name));
    const { issues } = caniemail({ clients, html });
    for (const [tool, byClient] of [["caniemail none", issues.errors], ["caniemail partial", issues.warnings]]) {
      for (const [client, found] of byClient) {
        found.forEach(({ title }) => add({ tool, format, rule: title, client }, name));
      }
    }
  }
  return allClients().filter(client => !clients.includes(client));
}

async function compile({ name, mjml }) {
  const { html, errors } = await mjml2html(`<mjml><mj-body>\n${mjml}</mj-body></mjml>`, { validationLevel: "soft" });
  return { name, html, complaints: errors.map(error => error.formattedMessage) };
}

// The compiled snippet without the page that MJML puts around it.
function block({ name, html }) {
  return { name, html: html.slice(html.indexOf("<!-- begin "), html.lastIndexOf("</div>")) };
}

const snippets = JSON.parse(await text(process.stdin));
const compiled = await Promise.all(snippets.map(compile));
const uncovered = [...await check("html", snippets), ...await check("mjml", compiled.map(block))];
process.stdout.write(JSON.stringify({ findings: [...findings.values()], uncovered, compiled }));
