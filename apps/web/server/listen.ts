import type { Server } from "node:http";

/** The port cannot be opened; the message names the setting to change. */
export class PortError extends Error {
  override readonly name = "PortError";
}

/** Opens the port and answers its number. @throws PortError */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE")
    return new PortError(`Port ${port} is taken by another program. Set PORT to a free one: PORT=${port + 1} npm start`);
  if (error.code === "EACCES") return new PortError(`Port ${port} may not be opened by this user. Set PORT to one above 1023.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new PortError(`HOST: this machine has no address ${host}. Use 127.0.0.1 or 0.0.0.0.`);
  return error;
}
