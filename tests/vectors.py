"""Text that tries to run a script wherever it is shown: more than 300 ways, by kind.

After OWASP's cheat sheet of filter evasion, PortSwigger's and Cure53's lists, published
mutations of sanitisers (mXSS), and breakouts from JSON, XML and iCalendar. Each calls `alert`,
which the journeys listen for. `vectors.txt` holds those of one plain line each.
"""

from pathlib import Path

# Each stands in an address of a link, of a picture of SVG and of a form.
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\tjavascript:alert(1)",
    "\n\njavascript:alert(1)",
    "\x01javascript:alert(1)",
    "\x1fjavascript:alert(1)",
    "\x00javascript:alert(1)",
    "java\x00script:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\rscript:alert(1)",
    "javascript\t:alert(1)",
    "javascript\n:alert(1)",
    "java\u00adscript:alert(1)",
    "java\u200bscript:alert(1)",
    "\ufeffjavascript:alert(1)",
    "\u2028javascript:alert(1)",
    "\u202ejavascript:alert(1)",
    "\u00a0javascript:alert(1)",
    "\u3000javascript:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "&#0000106;avascript:alert(1)",
    "&#x000006Aavascript:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3A;alert(1)",
    "java&#x0A;script:alert(1)",
    "java&#x0D;script:alert(1)",
    "&#14;javascript:alert(1)",
    "&#x1;javascript:alert(1)",
    "&amp;#106;avascript:alert(1)",
    "javascript://krakow.pl/%0Aalert(1)",
    "javascript://krakow.pl/?%0d%0aalert(1)//",
    "javascript:/*krakow.pl*/alert(1)",
    "javascript:%61lert(1)",
    "javascript:'<script>alert(1)</script>'",
    "javascript:void(0);alert(1)",
    "javascript:javascript:alert(1)",
    "ｊavascript:alert(1)",
    "javaſcript:alert(1)",
    "javascript：alert(1)",
    "jav%61script:alert(1)",
    "javascript%3Aalert(1)",
    "vbscript:alert(1)",
    "VbScRiPt:msgbox(1)",
    "livescript:alert(1)",
    "mocha:alert(1)",
    "jar:javascript:alert(1)!/",
    "view-source:javascript:alert(1)",
    "feed:javascript:alert(1)",
    "blob:javascript:alert(1)",
    "filesystem:javascript:alert(1)",
    "wyciwyg://javascript:alert(1)",
    "x-javascript:alert(1)",
    "about:blank#<script>alert(1)</script>",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "DATA:text/html,<svg onload=alert(1)>",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "data:application/xhtml+xml,<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
    "data:;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:text/javascript,alert(1)",
    " data:text/html,<script>alert(1)</script>",
    "da\tta:text/html,<script>alert(1)</script>",
    "file:///etc/passwd#<script>alert(1)</script>",
    "mailto:a@b.pl?subject=<script>alert(1)</script>&bcc=c@d.pl",
    "mailto:a@b.pl%0d%0aBcc:c@d.pl?body=<script>alert(1)</script>",
    "tel:<script>alert(1)</script>",
    "https://krakow.pl/<script>alert(1)</script>",
    "https://javascript:alert(1)@krakow.pl/",
    "https://www.google.com/url?q=javascript:alert(1)",
    "https://www.google.com/url?q=https://www.google.com/url%3Fq%3Djavascript:alert(1)",
    "https://l.facebook.com/l.php?u=data%3Atext%2Fhtml%2C<script>alert(1)</script>",
    "https://[javascript:alert(1)",
    "//krakow.pl/%22onload=alert(1)",
    "\\\\krakow.pl\\javascript:alert(1)",
    "?javascript:alert(1)",
    "#javascript:alert(1)",
    "www.krakow.pl/javascript:alert(1)",
    "a@b.pl<script>alert(1)</script>",
]

# Letters that mean something to a parser, an encoder or a reader's eye.
LETTERS = [
    "\x00<script>alert(1)</script>",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "<\x00script>alert(1)</script>",
    "<img src=x one\x00rror=alert(1)>",
    "<img src=x onerror\x0b=alert(1)>",
    "<img\x0csrc=x\x0conerror=alert(1)>",
    "<img\rsrc=x\ronerror=alert(1)>",
    "<img\u00a0src=x onerror=alert(1)>",
    "\ud83d<script>alert(1)</script>",
    "<script\u2028>alert(1)</script>",
    "\u202e>tpircs/<)1(trela>tpircs<",
    "\u2067<script>alert(1)</script>\u2069",
    "\ufeff<script>alert(1)</script>",
    "\ufffe\uffff<script>alert(1)</script>",
    "\x1b]0;<script>alert(1)</script>\x07",
    "\x08\x0e\x1f\x7f\x85<script>alert(1)</script>",
    "\u2028</script><script>alert(1)</script>\u2029",
    "﹤script﹥alert(1)﹤/script﹥",
    "\u0130<script>alert(1)</script>",
    "<ſcript>alert(1)</ſcript>",
    "<\u017fvg onload=alert(1)>",
    "\u0338<script>alert(1)</script>",
    "a\r\nBEGIN:VEVENT\r\nSUMMARY:<script>alert(1)</script>\r\nEND:VEVENT",
    "a\r\nATTACH;VALUE=URI:javascript:alert(1)",
    "a\nX-ALT-DESC;FMTTYPE=text/html:<script>alert(1)</script>",
    "a\\nURL:javascript:alert(1)",
    "a;ALTREP=\"javascript:alert(1)\":b",
    "a\r\n\r\n<script>alert(1)</script>",
    "a%0d%0aSet-Cookie:%20x=<script>alert(1)</script>",
    "=HYPERLINK(\"javascript:alert(1)\",\"klik\")",
    "@SUM(1)|cmd' /C alert(1)'!A0",
    "[klik](javascript:alert(1))",
    "![x](x\"onerror=\"alert(1))",
    "<https://krakow.pl/\"onmouseover=alert(1)>",
]  # fmt: skip


def listed(section):
    """The lines of a section of `vectors.txt`."""
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    sections = dict(part.split("\n", 1) for part in text.split("## ") if part)
    return next(body for title, body in sections.items() if title.startswith(section)).splitlines()


VECTORS = list(
    dict.fromkeys(
        [
            *listed("Tags"),
            *listed("Mutations"),
            *(f'<a href="{address}">klik</a>' for address in ADDRESSES),
            *(f"<p {event}=alert(1) tabindex=0 autofocus>a</p>" for event in listed("Events")),
            *LETTERS,
        ]
    )
)

# Closes whatever a vector left open, so that the next one stands in the open too.
CLOSING = (
    "\"'>--></script></style></title></textarea></noscript></template></select></iframe></xmp>"
    "</svg></math></table></form>]]>"
)
