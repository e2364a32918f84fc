// Asks a window to close as a window manager does when its cross is pressed: WM_DELETE_WINDOW (ICCCM 4.2.8.1), in X11's own protocol.
import net from 'node:net';

const pad = length => (4 - length % 4) % 4;

function intern_atom(name) {
  const body = Buffer.alloc(8 + name.length + pad(name.length));
  body.writeUInt8(16, 0);
  body.writeUInt16LE(body.length / 4, 2);
  body.writeUInt16LE(name.length, 4);
  body.write(name, 8, 'latin1');
  return body;
}

function client_message(window, type, datum) {
  const body = Buffer.alloc(44);
  body.writeUInt8(25, 0);  // SendEvent
  body.writeUInt16LE(11, 2);
  body.writeUInt32LE(window, 4);
  body.writeUInt8(33, 12);  // ClientMessage
  body.writeUInt8(32, 13);
  body.writeUInt32LE(window, 16);
  body.writeUInt32LE(type, 20);
  body.writeUInt32LE(datum, 24);
  return body;
}

/// `display` as ":7", `window` its number.
export async function ask_to_close(display, window) {
  const socket = net.connect(`/tmp/.X11-unix/X${display.slice(1)}`);
  let held = Buffer.alloc(0), wake = () => {};
  socket.on('data', data => { held = Buffer.concat([held, data]); wake(); });
  const failed = new Promise((_, fail) => socket.once('error', fail));
  const take = async count => {
    while (held.length < count) await Promise.race([failed, new Promise(done => { wake = done; })]);
    const bytes = held.subarray(0, count);
    held = held.subarray(count);
    return bytes;
  };
  socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));  // little-endian, version 11, no authorization
  const hello = await take(8);
  if (hello[0] !== 1) throw new Error('the X server lets nobody in');
  await take(4 * hello.readUInt16LE(6));
  const atoms = [];
  for (const name of ['WM_PROTOCOLS', 'WM_DELETE_WINDOW']) {
    socket.write(intern_atom(name));
    atoms.push((await take(32)).readUInt32LE(8));
  }
  socket.write(client_message(window, ...atoms));
  socket.write(intern_atom('WM_PROTOCOLS'));  // its answer says that the message was sent
  await take(32);
  socket.end();
}
