import type { Page } from "./pages.ts";
import { Reached } from "./reached.tsx";
import type { Words } from "./words.ts";

type Search = NonNullable<Extract<Page, { kind: "home" }>["search"]>;

const SearchResults = ({ search, say }: { search: Search; say: Words }) => (
	<section aria-label={say.t("searchResults")}>
		<h2>{say.t("searchFor", { words: search.words })}</h2>
		{search.found.length === 0 ? (
			<p>{say.t("searchNothing")}</p>
		) : (
			<ul className="cards">
				{search.found.map((service) => (
					<li key={service.code}>
						<h3>
							<a href={`/storitve/${service.code}`}>{service.name}</a>
						</h3>
						{service.topics.length === 0 ? <p>{service.shortDescription}</p> : null}
						<ul>
							{service.topics.map((topic) => (
								<li key={topic}>{topic}</li>
							))}
						</ul>
						<a href={`/vprasanje?storitev=${service.code}`}>{say.t("askAbout", { service: service.name })}</a>
					</li>
				))}
			</ul>
		)}
	</section>
);

export const Home = ({ page, say }: { page: Extract<Page, { kind: "home" }>; say: Words }) => (
	<>
		<h1>{say.t("homeTitle")}</h1>
		<p className="lead">{say.t("homeLead")}</p>
		<form className="search" method="get" action="/" role="search">
			<div className="field">
				<label htmlFor="iskanje">{say.t("searchLabel")}</label>
				<input id="iskanje" name="iskanje" type="text" maxLength={200} defaultValue={page.search?.words ?? ""} />
			</div>
			<button type="submit">{say.t("search")}</button>
		</form>
		{page.search && <SearchResults search={page.search} say={say} />}
		<p>
			<a className="button" href="/vprasanje">
				{say.t("ask")}
			</a>
		</p>
		<h2>{say.t("services")}</h2>
		{page.services.length === 0 ? (
			<p>{say.t("noServices")}</p>
		) : (
			<ul className="cards">
				{page.services.map((service) => (
					<li key={service.code}>
						<h3>
							<a href={`/storitve/${service.code}`}>{service.name}</a>
						</h3>
						<p>{service.shortDescription}</p>
					</li>
				))}
			</ul>
		)}
		{page.reach && <Reached reach={page.reach} say={say} />}
	</>
);
