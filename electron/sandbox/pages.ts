/** HTML pages that come where a reply was expected. */
const page = (title: string, text: string): string =>
  `<!DOCTYPE html>\n<html><head><title>${title}</title></head>\n<body><h1>${title}</h1><p>${text}</p></body></html>\n`;

const titles: Readonly<Record<number, string>> = {
  403: '403 Forbidden',
  404: '404 Not Found',
  405: '405 Method Not Allowed',
  413: '413 Content Too Large',
  414: '414 Request-URI Too Large',
  429: '429 Too Many Requests',
  500: '500 Internal Server Error',
  502: '502 Bad Gateway',
  503: '503 Service Unavailable',
};

/** A web server's own error page. */
export function errorPage(status: number): string {
  return page(titles[status] ?? String(status), 'The server could not answer this request.');
}

/** What a hotel's or a station's Wi-Fi answers to everything until one has signed in. */
export const wifiLoginPage = page(
  'Bienvenido a nuestra Wi-Fi',
  'Acepte las condiciones para navegar. <a href="http://wifi.example/login">Entrar</a>',
);
