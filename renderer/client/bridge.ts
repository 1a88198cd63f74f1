// What the preload script puts into the window: the way to the shell.

interface Bridge {
  /** Settles with a Reply; who asks knows its type from the contract. */
  ask(name: string, input: unknown): Promise<unknown>;
  /** The window listens: now the port to the service may come. */
  ready(): void;
}

declare global {
  interface Window {
    readonly deskwise: Bridge;
  }
}

export const shellAsk = (name: string, input: unknown): Promise<unknown> =>
  window.deskwise.ask(name, input);

/** Calls back with the port to the service, and with a new one after each restart of the service. */
export function onPort(connect: (port: MessagePort) => void): void {
  window.addEventListener('message', (event) => {
    const [port] = event.ports;
    if (event.source === window && event.data === 'deskwise:port' && port) connect(port);
  });
  window.deskwise.ready();
}
