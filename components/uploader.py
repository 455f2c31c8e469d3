"""Where a file is laid down: Streamlit's uploader, in the language of the page."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from babel.numbers import get_decimal_symbol
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.plain_text import plain
from loaders.language import Wording

_LARGEST = "server.maxUploadSize"

#: Streamlit writes the words inside of its uploader in English for ever. They are replaced in their place, so that the
#: button has the same name for the eye and for a screen reader; house.css hides them until then.
_uploader_words = st.components.v2.component(
    "uploader_words",
    js="""
export default function ({ data }) {
  const rules = data.rules.map(([pattern, words]) => [new RegExp(pattern), words]);
  const said = text => {
    for (const [pattern, words] of rules) {
      const found = pattern.exec(text);
      if (found) {
        const number = (found[1] ?? '').replace('.', data.decimal);
        return words.replace('{name}', () => found[1] ?? '').replace('{number}', () => number);
      }
    }
    return text;
  };
  // Nodes outlive a change of language: what Streamlit wrote in them is kept for the next one.
  const kept = window.uploaderWords ??= new WeakMap();
  const retold = (part, text, tell) => {
    const before = kept.get(part);
    const written = before?.told === text ? before.written : text, told = said(written);
    kept.set(part, { written, told });
    if (told !== text) tell(told);
  };
  const name = () => {
    for (const box of document.querySelectorAll('[data-testid="stFileUploader"]')) {
      const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const node = texts.currentNode;
        if (node.parentElement.closest('.stFileChipName')) continue;
        retold(node, node.nodeValue, told => { node.nodeValue = told; });
      }
      for (const part of box.querySelectorAll('[aria-label]')) {
        retold(part, part.getAttribute('aria-label'), told => part.setAttribute('aria-label', told));
      }
      box.dataset.named = '';
    }
  };
  const watch = new MutationObserver(name);
  watch.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['aria-label'],
  });
  name();
  return () => watch.disconnect();
}
""",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an uploader takes: endings without the dot, and at most so many MB (the server's own limit unless said)."""

    endings: tuple[str, ...]
    megabytes: int | None = None


def lay_down(
    label: str, limits: Limits, key: str, words: Wording, *, on_change: Callable[[], None] | None = None
) -> UploadedFile | None:
    """The file that was laid down, None as long as there is none.

    Args:
        label: what is asked for, as plain text.
        limits: what is taken.
        key: a name that no other uploader has.
        words: the language of the page.
        on_change: what follows when a file is laid down or taken away.
    """
    st.markdown(plain(label))
    # The question stands above as text; a hidden label is never taken for Markdown.
    file = st.file_uploader(
        label,
        type=list(limits.endings),
        max_upload_size=limits.megabytes,
        key=key,
        label_visibility="collapsed",
        on_change=on_change,
    )
    size = limits.megabytes or st.get_option(_LARGEST)
    data = {"rules": _rules(size, words), "decimal": get_decimal_symbol(words.language)}
    _uploader_words(key=f"uploader_words_{words.language}", data=data, height=0)
    return file


def _rules(size: int, words: Wording) -> list[tuple[str, str]]:
    """What Streamlit writes, as patterns, and what the page says instead; `{name}` or `{number}` is what it holds."""
    return [
        (r"^Upload$", words.say("Choose a file")),
        (r"^file upload$", words.say("A file")),
        (r"^(?:Add files|add icon)$", words.say("Choose another file")),
        (r"^Remove (.+)$", words.say("Take away {name}", name="{name}")),
        (r"^\d+(?:\.\d+)?.B per file", words.say("Or drop it here; at most {size} MB", size=size)),
        (r"^([\d.]+)B$", words.say("{number} bytes", number="{number}")),
        (r"^([\d.]+)KB$", words.say("{number} KB", number="{number}")),
        (r"^([\d.]+)MB$", words.say("{number} MB", number="{number}")),
        (r"^Error:\s*$", words.say("Error:")),
        (r"files are not allowed\.$", words.say("Files of this kind are not read.")),
        (r"must be .+ or smaller", words.say("The file is larger than {size} MB.", size=size)),
    ]
