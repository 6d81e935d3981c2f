/** How many random models a comparison with the slow, obvious way takes: 1,000 in `npm run check:long`, fewer with each change. */
export const randomModels = Number(process.env.RANDOM_MODELS ?? 100);
