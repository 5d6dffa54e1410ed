"use strict";

// Draws a chart in every canvas that carries its data: {"type", "labels": [...], "series": [{"name", "values": [...]}]}.
(function () {
  const colours = ["#1f5f8b", "#d98324", "#4a8f5f", "#8a5aa5", "#a3271b"];

  function draw(canvas) {
    const chart = JSON.parse(canvas.dataset.chart);
    new Chart(canvas, {
      type: chart.type,
      data: {
        labels: chart.labels,
        datasets: chart.series.map((series, i) => ({
          label: series.name, data: series.values, borderColor: colours[i % colours.length],
          backgroundColor: colours[i % colours.length], tension: 0.25
        }))
      },
      options: { animation: false, responsive: true, maintainAspectRatio: false, scales: { y: { beginAtZero: true } } }
    });
  }

  document.querySelectorAll("canvas[data-chart]").forEach(draw);
}());
