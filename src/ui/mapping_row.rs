//! One column of the file, and the choice of what it is read as.

use yew::{Callback, Html, classes, html};

use super::mapping_text as text;
use super::select::Select;
use crate::data::Lang;
use crate::state::Action;
use crate::view::mapping::ColumnView;

/// The row of a column; `file` is the place in the report of a file with it.
pub(super) fn row(file: usize, column: &ColumnView, send: &Callback<Action>, lang: Lang) -> Html {
    let ColumnView { caption, name, content, example, label, options, chosen, why, used, .. } = column;
    let on_choose = {
        let (caption, options, send) = (caption.clone(), options.clone(), send.clone());
        Callback::from(move |chosen: u16| {
            if let Some((choice, _)) = options.get(usize::from(chosen)) {
                send.emit(Action::Choose { file, caption: caption.clone(), choice: *choice });
            }
        })
    };
    let choices: Vec<(u16, String)> = (0..).zip(options.iter().map(|(_, name)| name.clone())).collect();
    let chosen = u16::try_from(*chosen).unwrap_or_default();
    html! {
        <tr class={classes!((!used).then_some("is-unread"))}>
            <th scope="row"><span class="mono">{ name }</span></th>
            <td data-col={text::holds(lang)}>
                if let Some(example) = example {
                    <div class="cell"><span>{ content }</span><span class="sub">{ example }</span></div>
                } else {
                    <span class="quiet">{ text::hidden(lang) }</span>
                }
            </td>
            <td data-col={text::read_as(lang)}>
                if choices.len() > 1 {
                    <Select label={label.clone()} options={choices} {chosen} {on_choose} />
                } else {
                    { text::not_read(lang) }
                }
            </td>
            <td data-col={text::why(lang)}>{ why }</td>
        </tr>
    }
}
