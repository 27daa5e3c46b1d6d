import { chromium } from 'playwright-core';
const base='http://localhost:3127';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell' });
const ctx = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await ctx.newPage();
await page.goto(base+'/connexion');
await page.fill('[name=courriel]','agathe@fleury.example');
await page.fill('[name="mot-de-passe"]','palabre-demo-2026');
await page.click('main form:has([name="mot-de-passe"]) button[type=submit]');
await page.goto(base+'/_code');
const text = await page.locator('main').innerText();
const m = text.match(/agathe[\s\S]*?(\d{3}\s?\d{3})/i); console.log(m && m[1]);
await page.goto(base+'/compte/verification');
await page.fill('main input[name=code]', m[1].replace(/\s/g,''));
await page.click('main button:has-text("Confirmer")');
console.log(page.url());
await ctx.storageState({ path: '/tmp/decide-work/state.json' });
for (const [name, path] of process.argv.slice(2).map((a) => a.split('='))) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const r = await page.goto(base+path); 
    await page.screenshot({ path: `/tmp/decide-work/${name}-${width}.png`, fullPage: true });
    console.log(name, width, r.status());
  }
}
await browser.close();
