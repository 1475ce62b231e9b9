import http from "node:http";

export type Call = { readonly method: "GET" | "POST"; readonly path: string; readonly body?: string };
export type Target = {
	readonly port: number;
	readonly token: string;
	readonly next: (n: number) => Call;
	readonly cpuMs: () => Promise<number>;
};

/** Durations of single calls in milliseconds, how long the whole took, and the processor time that the server used. */
export type Slice = { readonly latenciesMs: number[]; readonly seconds: number; readonly cpuMs: number };

export const send = (agent: http.Agent, { port, token }: Pick<Target, "port" | "token">, call: Call): Promise<number> =>
	new Promise((resolve, reject) => {
		const headers: Record<string, string | number> = { authorization: `Bearer ${token}` };
		if (call.body !== undefined) {
			headers["content-type"] = "application/json";
			headers["content-length"] = Buffer.byteLength(call.body);
		}
		const request = http.request(
			{ agent, host: "127.0.0.1", port, method: call.method, path: call.path, headers },
			(response) => {
				response.resume();
				response.once("end", () => resolve(response.statusCode ?? 0));
				response.once("error", reject);
			},
		);
		request.once("error", reject);
		request.end(call.body);
	});

/** As many calls as `clients` connections get through in the time, each client one after another. */
async function runSlice(target: Target, clients: number, mostSeconds: number, first: number): Promise<Slice> {
	const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
	const latenciesMs: number[] = [];
	const cpuBefore = await target.cpuMs();
	const began = performance.now();
	let number = first;
	const client = async () => {
		while (performance.now() - began < mostSeconds * 1000) {
			const sent = performance.now();
			const status = await send(agent, target, target.next(number++));
			if (status !== 200) throw new Error(`status ${status}`);
			latenciesMs.push(performance.now() - sent);
		}
	};
	await Promise.all(Array.from({ length: clients }, client));
	agent.destroy();
	const seconds = (performance.now() - began) / 1000;
	return { latenciesMs, seconds, cpuMs: (await target.cpuMs()) - cpuBefore };
}

export type Measured = {
	readonly perSecond: number;
	readonly p50Ms: number;
	readonly p99Ms: number;
	readonly calls: number;
	readonly cpuMsPerCall: number;
};

function summed(slices: readonly Slice[]): Measured {
	const latencies = slices.flatMap((slice) => slice.latenciesMs).toSorted((a, b) => a - b);
	const seconds = slices.reduce((sum, slice) => sum + slice.seconds, 0);
	const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
	return {
		perSecond: latencies.length / seconds,
		p50Ms: at(0.5),
		p99Ms: at(0.99),
		calls: latencies.length,
		cpuMsPerCall: slices.reduce((sum, slice) => sum + slice.cpuMs, 0) / latencies.length,
	};
}

/** Both servers are measured as they run all day: by then what is hot in them has long been compiled. */
const warmUpSeconds = 4;

/** Servers by turns, so that a machine that slows down slows all of them; each is warmed up first. */
export async function interleaved(
	targets: readonly Target[],
	clients: number,
	rounds: number,
	sliceSeconds: number,
): Promise<Measured[]> {
	const slices = targets.map((): Slice[] => []);
	for (const target of targets) await runSlice(target, clients, warmUpSeconds, 0);
	for (let round = 1; round <= rounds; round += 1) {
		for (const [at, target] of targets.entries())
			slices[at]?.push(await runSlice(target, clients, sliceSeconds, round * 1_000_000));
	}
	return slices.map(summed);
}
