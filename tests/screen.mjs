// A screen of its own for a program with a window: an X server that draws into memory.
import {spawn} from 'node:child_process';

/// `size` in px. The server chooses the number of its display.
export async function screen(size = '1280x800') {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'], {stdio: ['ignore', 'pipe', 'ignore']});
  const number = await new Promise((done, fail) => {
    server.stdout.once('data', data => done(String(data).trim()));
    server.once('error', fail);
    server.once('exit', () => fail(new Error('Xvfb did not start')));
  });
  return {display: `:${number}`, close: () => server.kill()};
}
