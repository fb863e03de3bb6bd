//! The school that is pointed at: where one figure, key or row shows which, the others do, too.

use yew::{
    AttrValue, Callback, Children, ContextProvider, Html, Properties, classes, component, hook, html, use_context,
    use_state_eq,
};

/// The school, and a way to point at another.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pointed {
    /// Its name; `None` where none is pointed at.
    pub(super) name: Option<AttrValue>,
    /// Points at another, or at none.
    pub(super) point: Callback<Option<AttrValue>>,
}

impl Pointed {
    /// Whether it is this one.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.as_deref() == Some(name)
    }
}

/// What is pointed at. Nothing, outside [`Pointing`].
#[hook]
pub(super) fn use_pointed() -> Pointed {
    use_context().unwrap_or(Pointed { name: None, point: Callback::noop() })
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) children: Children,
}

#[derive(Properties, PartialEq)]
pub(super) struct CheckProps {
    /// The school.
    pub(super) name: AttrValue,
    pub(super) children: Children,
}

/// The label of a school's box: pointed at by pointer and by keyboard.
#[component]
pub(super) fn SchoolCheck(props: &CheckProps) -> Html {
    let pointed = use_pointed();
    let at = |to: Option<&AttrValue>| {
        let to = to.cloned();
        pointed.point.reform(move |()| to.clone())
    };
    let (on, off) = (at(Some(&props.name)), at(None));
    let is_pointed = pointed.is(&props.name).then_some("is-pointed");
    html! {
        <label class={classes!("check", is_pointed)} onpointerenter={on.reform(|_| ())} onpointerleave={off.reform(|_| ())}
            onfocusin={on.reform(|_| ())} onfocusout={off.reform(|_| ())}>
            { props.children.clone() }
        </label>
    }
}

/// Around everything that points or is pointed at. What has nothing to do with it is not drawn anew.
#[component]
pub(super) fn Pointing(props: &Props) -> Html {
    let name = use_state_eq(|| None);
    let point = {
        let name = name.setter();
        yew::use_callback((), move |to, ()| name.set(to))
    };
    let pointed = Pointed { name: (*name).clone(), point };
    html! { <ContextProvider<Pointed> context={pointed}>{ props.children.clone() }</ContextProvider<Pointed>> }
}
