import styles from "./chart.module.css";
import { type Column, drawnOf, topOf } from "./columns.view.ts";

/** Stacked columns from zero, no animation; series differ in colour and hatch, and the legend names them. */
export const StackedColumns = ({
	columns,
	series,
	label,
}: {
	columns: readonly Column[];
	series: readonly string[];
	label: string;
}) => {
	const top = topOf(columns);
	return (
		<figure className={styles["figure"]}>
			<ul className={styles["legend"]}>
				{series.map((name, index) => (
					<li key={name}>
						<svg width="14" height="14" aria-hidden>
							<rect width="14" height="14" className={styles[`series${index}`]} />
							{index === 1 ? <Hatch id="legend" width={14} height={14} /> : null}
						</svg>
						{name}
					</li>
				))}
			</ul>
			<div className={styles["scroll"]} tabIndex={0} role="group" aria-label={label}>
				<svg viewBox="0 0 640 240" role="img" aria-label={label} className={styles["drawing"]}>
					{[0, 0.5, 1].map((share) => (
						<g key={share}>
							<line x1="40" x2="640" y1={210 - share * 190} y2={210 - share * 190} className={styles["line"]} />
							<text x="34" y={214 - share * 190} textAnchor="end" className={styles["text"]}>
								{top * share}
							</text>
						</g>
					))}
					{columns.map((column, index) => (
						<Bar
							key={column.label}
							column={column}
							top={top}
							x={48 + (index * 592) / columns.length}
							width={592 / columns.length - 10}
						/>
					))}
				</svg>
			</div>
		</figure>
	);
};

const Bar = ({ column, top, x, width }: { column: Column; top: number; x: number; width: number }) => (
	<g>
		{drawnOf(column, top).map(({ part, from, height }) => (
			<g key={part} transform={`translate(${x} ${210 - (from + height) * 190})`}>
				<rect width={width} height={height * 190} className={styles[`series${part}`]} />
				{part === 1 ? <Hatch id={column.label} width={width} height={height * 190} /> : null}
			</g>
		))}
		<text x={x + width / 2} y="228" textAnchor="middle" className={styles["text"]}>
			{column.label}
		</text>
	</g>
);

/** Strokes over a series, so that it differs without colour too. */
const Hatch = ({ id, width, height }: { id: string; width: number; height: number }) => {
	const name = `hatch-${id.replaceAll(/\W/g, "")}`;
	return (
		<>
			<pattern id={name} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
				<line x1="0" x2="0" y1="0" y2="6" className={styles["hatch"]} />
			</pattern>
			<rect width={width} height={height} fill={`url(#${name})`} />
		</>
	);
};
