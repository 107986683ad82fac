"""Feeds, NewsML-G2, NITF and ninjs: one report for each entry, and a reason for each that gives none."""

import json
from pathlib import Path

import pytest

from twosource.readers import read
from twosource.types.article import Article
from twosource.types.reading import Reading

CLOSED = "The port of Veldhaven has closed, the owners said on Monday."
OPEN = "The port will open again on Friday, the owners said in a letter."


def reading(folder: Path, name: str, content: str | bytes) -> Reading:
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return read([folder / name])


def only(found: Reading) -> Article:
    assert not found.unread
    assert len(found.articles) == 1
    return found.articles[0]


def body(article: Article) -> list[str]:
    return [article.text[block.start : block.end] for block in article.passages("body")]


RSS = f"""<?xml version="1.0"?>
<rss version="2.0"><channel><title>Harbour Gazette</title>
<item><title>Port &amp; rail</title><link>https://gazette.example/1</link><media:title>A picture</media:title>
<pubDate>Fri, 02 May 2031 23:00:00 -0500</pubDate><author>desk@gazette.example (Ines Calder)</author>
<description>short</description><content:encoded><![CDATA[<p>{CLOSED}</p><p>{OPEN}</p>]]></content:encoded></item>
<item><title>Nothing more</title></item>
</channel></rss>"""


def test_an_entry_of_a_feed_is_a_report(tmp_path: Path) -> None:
    found = reading(tmp_path, "feed.rss", RSS)
    (article,) = found.articles
    assert (article.outlet, article.title, article.url) == (
        "Harbour Gazette",
        "Port & rail",
        "https://gazette.example/1",
    )
    assert (article.authors, article.published.timex) == (("Ines Calder",), "2031-05-02")
    assert body(article) == [CLOSED, OPEN]
    assert article.blocks[0].kind == "headline"
    assert [item.reason for item in found.unread] == ["entry 2: nothing but a title"]


def test_atom_with_written_out_xhtml(tmp_path: Path) -> None:
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><title>Port</title>
    <link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/><published>2031-05-02T10:00:00Z</published>
    <author><name>Ines Calder</name></author>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{CLOSED}</p></div></content></entry></feed>"""
    article = only(reading(tmp_path, "a.atom", atom))
    assert (article.url, article.authors, body(article)) == ("https://a.example/1", ("Ines Calder",), [CLOSED])


def test_a_feed_that_breaks_off_gives_what_stood_before(tmp_path: Path) -> None:
    found = reading(tmp_path, "cut.xml", RSS[: RSS.index("<item><title>Nothing")])
    assert len(found.articles) == 1
    assert [item.reason[:38] for item in found.unread] == ["what follows is not read: broken XML: "]


def test_entities_of_html_are_read_and_those_that_unfold_are_refused(tmp_path: Path) -> None:
    plain = (
        f"<rss><channel><item><title>Port&nbsp;closed</title><description>{CLOSED}</description></item></channel></rss>"
    )
    assert only(reading(tmp_path, "a.xml", plain)).title == "Port closed"
    bomb = '<!DOCTYPE rss [<!ENTITY a "ten signs!"><!ENTITY b "&a;&a;&a;&a;">]>' + plain.replace(CLOSED, "&b;")
    found = reading(tmp_path, "b.xml", bomb)
    assert not found.articles
    assert found.unread[0].reason == "declares the entity 'a', which may unfold without end"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<rss><channel>" + "<b>" * 300 + "</b>" * 300 + "</channel></rss>", "elements nested more than 256 deep"),
        ("<rss>" + "<b/>" * 400_001 + "</rss>", "more than 400,000 elements"),
        ("<rss><channel><title>Empty</title></channel></rss>", "a feed without entries"),
        ("<catalogue><book/></catalogue>", "XML of a kind that is not read: its root is 'catalogue'"),
    ],
)
def test_what_is_no_feed_is_named(tmp_path: Path, content: str, reason: str) -> None:
    found = reading(tmp_path, "a.xml", content)
    assert not found.articles
    assert [item.reason for item in found.unread] == [reason]


NITF = f"""<nitf><head><title>Slug</title><docdata><date.issue norm="20310502T101500Z"/></docdata></head><body>
<body.head><hedline><hl1>Port closed</hl1></hedline><byline>By <person>Ines Calder</person></byline>
<distributor>Northquay Wire</distributor></body.head>
<body.content><block><p>{CLOSED}</p><p>{OPEN}</p></block></body.content></body></nitf>"""


def item(meta: str, content: str) -> str:
    return f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">{meta}<contentSet>{content}</contentSet></newsItem>'


def test_nitf(tmp_path: Path) -> None:
    article = only(reading(tmp_path, "a.xml", NITF))
    assert (article.outlet, article.title, article.authors) == ("Northquay Wire", "Port closed", ("Ines Calder",))
    assert (article.published.timex, body(article)) == ("2031-05-02", [CLOSED, OPEN])


def test_newsml_with_nitf_xhtml_and_plain_text(tmp_path: Path) -> None:
    meta = """<itemMeta><provider><name>Northquay Wire</name></provider>
    <versionCreated>2031-05-03</versionCreated></itemMeta>
    <contentMeta><contentCreated>2031-05-02</contentCreated><headline>Port closed</headline></contentMeta>"""
    xhtml = f"<inlineXML><html><head><title>x</title></head><body><p>{CLOSED}</p></body></html></inlineXML>"
    for content in (f"<inlineXML>{NITF}</inlineXML>", xhtml, f"<inlineData>{CLOSED}</inlineData>"):
        article = only(reading(tmp_path, "a.xml", item(meta, content)))
        assert (article.outlet, article.title) == ("Northquay Wire", "Port closed")
        assert (article.published.timex, body(article)[0]) == ("2031-05-02", CLOSED)


def test_a_news_message_gives_each_item_and_names_those_without_text(tmp_path: Path) -> None:
    withheld = '<itemMeta><pubStatus qcode="stat:canceled"/></itemMeta>'
    inner = item("", f"<inlineData>{CLOSED}</inlineData>") + item("", "<remoteContent/>") + item(withheld, "")
    found = reading(tmp_path, "a.xml", f"<newsMessage><itemSet>{inner}</itemSet></newsMessage>")
    assert len(found.articles) == 1
    assert [one.reason for one in found.unread] == [
        "item 2: a newsItem without text",
        "item 3: it was canceled by its provider",
    ]


def test_ninjs_of_both_versions(tmp_path: Path) -> None:
    first: dict[str, object] = {
        "uri": "https://wire.example/1",
        "type": "text",
        "versioncreated": "2031-05-02T10:00:00Z",
        "byline": "By Ines Calder",
    }
    first |= {"headline": "Port closed", "body_text": f"{CLOSED}\n{OPEN}", "infosource": [{"name": "Northquay Wire"}]}
    second: dict[str, object] = {"headlines": [{"role": "main", "value": "Port closed"}], "firstCreated": "2031-05-02"}
    second |= {"bodies": [{"contenttype": "text/html", "value": f"<p>{CLOSED}</p><p>{OPEN}</p>"}]}
    for value in (first, second):
        article = only(reading(tmp_path, "a.json", json.dumps(value)))
        assert (article.title, article.published.timex, body(article)) == ("Port closed", "2031-05-02", [CLOSED, OPEN])
    article = only(reading(tmp_path, "a.json", json.dumps(first)))
    assert (article.outlet, article.authors, article.url) == (
        "Northquay Wire",
        ("Ines Calder",),
        "https://wire.example/1",
    )


def test_ninjs_without_text_or_cancelled_is_named(tmp_path: Path) -> None:
    picture = {"uri": "urn:1", "type": "picture", "body_text": ""}
    cancelled = {"body_text": CLOSED, "pubstatus": "canceled"}
    found = reading(tmp_path, "a.json", json.dumps([picture, cancelled]))
    assert [one.reason for one in found.unread] == [
        "record 1: an item of type 'picture' without text",
        "record 2: it was canceled by its provider",
    ]
