"""Words that Streamlit writes in English for ever, replaced in their place by those of the page.

So a field has the same name for the eye and for a screen reader, in the language of the page.
"""

from dataclasses import dataclass

import streamlit as st
from babel.numbers import get_decimal_symbol

from loaders.language import Wording

_retold_words = st.components.v2.component(
    "retold_words",
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
  const kept = window.retoldWords ??= new WeakMap();
  const retold = (part, text, tell) => {
    const before = kept.get(part);
    const written = before?.told === text ? before.written : text, told = said(written);
    kept.set(part, { written, told });
    if (told !== text) tell(told);
  };
  const name = () => {
    for (const box of document.querySelectorAll(`[data-testid="${data.inside}"]`)) {
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


@dataclass(frozen=True, slots=True)
class Retold:
    """What Streamlit writes, as a pattern, and what the page says instead; `{name}` or `{number}` is what it holds."""

    pattern: str
    words: str


def retell(inside: str, rules: tuple[Retold, ...], key: str, words: Wording) -> None:
    """Replaces words inside of every widget of a kind, now and whenever they change.

    Args:
        inside: the test identifier that Streamlit gives to the widget, such as "stFileUploader".
        rules: the first that fits a text says what stands in its place.
        key: the name of the widget.
        words: the language of the page.
    """
    pairs = [(rule.pattern, rule.words) for rule in rules]
    data = {"inside": inside, "rules": pairs, "decimal": get_decimal_symbol(words.language)}
    _retold_words(key=f"retold_{key}_{words.language}", data=data, height=0)
