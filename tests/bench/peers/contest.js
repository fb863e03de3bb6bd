// What the peers' pages have in common: a file input that appears once the engine has started, and the same user timing
// measures as our page.

export const SCHOOL = "Skola";
export const YEAR = "Läsår";
export const PROGRAMME = "Program";
export const EXAMEN = "Examen inom tre år";
export const VALUES = ["Närvaro", EXAMEN, "Betygspoäng"];
export const COLUMNS = [YEAR, SCHOOL, "Skolkod", "Kommun", PROGRAMME, "Kön", "Meritvärde", ...VALUES];

/**
 * `start` begins the engine and resolves to
 * `load(file)`, which makes a table of the file, and
 * `group(by, school)`, which resolves to rows `[[label, …], [n, mean, n, mean, n, mean]]`; with a school, of that school only.
 */
export async function contest(start) {
  const bench = window.bench;
  let engine;
  let answers = 0;

  async function measured(name, from, work) {
    try {
      bench.answer = await work();
      performance.measure(name, { start: from, end: performance.now() });
      // As much of an answer on screen as our page's heading is.
      document.querySelector("h1").textContent = `${bench.answer.length} grupper 2023/24, ${++answers}`;
    } catch (error) {
      bench.failed = String(error?.message ?? error);
    }
    return bench.failed;
  }

  bench.regroup = async (by, school) => {
    bench.begin();
    return measured("indikator:urval", bench.chosen, () => engine.group(by, school));
  };

  document.body.append(document.createElement("h1"));
  const input = document.createElement("input");
  input.type = "file";
  input.addEventListener("change", () => {
    measured("indikator:fil", bench.chosen, async () => {
      await engine.load(input.files[0]);
      return engine.group([SCHOOL, YEAR]);
    });
  });
  try {
    engine = await start();
    document.body.append(input);
  } catch (error) {
    bench.failed = String(error?.message ?? error);
  }
}
