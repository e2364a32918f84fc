// Scripts of rules, as tests/run counts them: each rule finds what breaks it.

/// `rules`: name -> a function that answers what is wrong, a line each. Prints a line a rule; ends the process, with 1 if one is broken.
export function check(rules) {
  let broken = 0;
  for (const [rule, find] of Object.entries(rules)) {
    const found = find();
    console.log(`${found.length ? 'FAILED' : 'ok'}: ${rule}`);
    for (const line of found) console.log(`  ${line}`);
    broken += found.length > 0;
  }
  console.log(`${Object.keys(rules).length - broken} passed, ${broken} failed`);
  process.exit(broken ? 1 : 0);
}

/// `rules`: name -> a function that throws what is wrong; `run` calls one, `after` clears up behind it. Prints a line a rule;
/// how many are broken.
export async function broken(rules, run, after = () => {}) {
  let count = 0;
  for (const [rule, check] of Object.entries(rules)) {
    try {
      await run(check);
      console.log(`ok: ${rule}`);
    } catch (error) {
      ++count;
      console.log(`FAILED: ${rule}\n  ${error.message}`);
    }
    await after();
  }
  return count;
}
