/* Addresses of links: completed, freed of what nobody meant, and what is wrong with one.
   The same rules as in portal/kernel/addresses.py, which has the last word. */

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const EMAIL = /^[^\s@:/?#]+@[^\s@:/?#]+\.[^\s@:/?#.]{2,}$/;
const HOST = /^(?:www\.[\p{L}\d_-]|[\p{L}\d_-]+(?:\.[\p{L}\d_-]+)*\.(?:pl|eu|com|org|net|info)(?:[/?#:]|$))/iu;
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|yclid|msclkid|igshid|igsh|mc_cid|mc_eid|_ga|_gl)(?:=|$)/i;
const REDIRECT = new RegExp(
  "^https?://(?:www\\.google\\.[a-z.]{2,6}/url|lm?\\.facebook\\.com/l\\.php" +
  "|[\\w.-]+\\.safelinks\\.protection\\.outlook\\.com/)\\?(?:[^#]*&)?(?:q|url|u)=(https?[^&#]+)", "i");
const SCHEMES = ["http", "https", "mailto", "tel"];

export const scheme = (address) => SCHEME.exec(address)?.[1].toLowerCase() ?? "";

export const allowed = (address) => SCHEMES.includes(scheme(address)) || !SCHEME.test(address);

/* With the scheme that a person leaves out. */
export function completed(address) {
  if (EMAIL.test(address)) return `mailto:${address}`;
  if (address.startsWith("//")) return `https:${address}`;
  return HOST.test(address) ? `https://${address}` : address;
}

/* As it is stored; "" for what is no link at all. */
export function stored(written) {
  let address = written.replace(/[\x00-\x1f\x7f-\x9f\ufeff\u200b]/g, "").trim();
  if (/^tel:/i.test(address)) address = address.replaceAll(" ", "");
  address = completed(address.replaceAll(" ", "%20"));
  if (address.startsWith("#_") || !allowed(address)) return "";
  if (!scheme(address).startsWith("http")) return address;
  for (let found; (found = REDIRECT.exec(address));) address = decoded(found[1]);
  const [, page, query, place] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(address);
  const kept = (query ?? "").split("&").filter((part) => part && !TRACKING.test(part)).join("&");
  return page + (kept && `?${kept}`) + (place ?? "");
}

function decoded(text) {
  try {
    return decodeURIComponent(text).replaceAll(" ", "%20");
  } catch {
    return "";
  }
}

/* A sentence on what is wrong; "" when nothing is. */
export function problem(written) {
  const address = written.trim();
  if (!address) return "Brakuje adresu, do którego link ma prowadzić.";
  if (/\s/.test(address) && !/^tel:/i.test(address)) return "W adresie nie może być spacji.";
  if (address.startsWith("#")) return "Adres zaczynający się od „#” nie prowadzi do żadnej strony.";
  if (address.startsWith("/") && !address.startsWith("//")) return "";
  const whole = completed(address);
  if (!SCHEME.test(whole)) return "To nie jest pełny adres. Wpisz na przykład https://www.krakow.pl.";
  return schemeProblem(scheme(whole), whole);
}

function schemeProblem(name, address) {
  if (name === "mailto") return EMAIL.test(address.slice(7).split("?")[0]) ? "" : "To nie jest adres e-mail.";
  if (name === "tel") return /^\+?[\d -]{3,}$/.test(address.slice(4).replaceAll("%20", " ")) ? "" : "To nie jest numer telefonu.";
  if (!SCHEMES.includes(name)) return "Adres może zaczynać się od https://, mailto: albo tel:.";
  return hasHost(address) ? "" : "To nie wygląda na adres strony.";
}

function hasHost(address) {
  try {
    return /^[^\s.]+(\.[^\s.]+)+$/.test(new URL(address).hostname);
  } catch {
    return false;
  }
}
