"use strict";

// Draws a chart in every canvas that carries its data: {"type", "labels": [...], "series": [{"name", "values": [...]}]}.
(function () {
  const colours = ["#3a86bd", "#d98324", "#4a8f5f", "#9a6ab5", "#c4473a"];
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--ink-soft").trim();
  const line = style.getPropertyValue("--line").trim();
  const scale = { grid: { color: line }, ticks: { color: ink, maxRotation: 0, autoSkipPadding: 12, precision: 0 } };

  function draw(canvas) {
    const chart = JSON.parse(canvas.dataset.chart);
    new Chart(canvas, {
      type: chart.type,
      data: {
        labels: chart.labels,
        datasets: chart.series.map((series, i) => ({
          label: series.name, data: series.values, borderColor: colours[i % colours.length],
          backgroundColor: colours[i % colours.length], pointRadius: 2, maxBarThickness: 28
        }))
      },
      options: {
        animation: false, responsive: true, maintainAspectRatio: false,
        scales: { x: scale, y: { ...scale, beginAtZero: true } },
        plugins: { legend: { align: "start", labels: { color: ink, boxWidth: 12 } } }
      }
    });
  }

  document.querySelectorAll("canvas[data-chart]").forEach(draw);
}());
