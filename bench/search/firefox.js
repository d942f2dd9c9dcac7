/* Open each address in Firefox and print what its search answered. */
"use strict";

const puppeteer = require("puppeteer-core");

const main = async ({ program, addresses }) => {
  const browser = await puppeteer.launch({
    browser: "firefox", executablePath: program, headless: true,
  });
  const answers = [];
  const errors = [];
  for (const address of addresses) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(address, { waitUntil: "domcontentloaded" });
    await page.waitForFunction("window.benchFirst !== undefined", { timeout: 30000 });
    answers.push(await page.evaluate("window.benchFirst"));
    await context.close();
  }
  console.log(JSON.stringify({ version: await browser.version(), answers, errors }));
  await browser.close();
};

main(JSON.parse(process.argv[2])).catch((error) => {
  console.error(String(error).replace(/\n/g, " "));
  process.exit(1);
});
